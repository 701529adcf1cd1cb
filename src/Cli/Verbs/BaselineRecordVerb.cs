using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench baseline record</c>: takes stored results into the baselines of their machine.</summary>
internal sealed class BaselineRecordVerb : Command
{
    private readonly Argument<string[]> _results = ResultArgument.Several(
        "result",
        "A result.json, or the folder of its run; any number of them.",
        ArgumentArity.ZeroOrMore
    );

    private readonly Option<string> _from = OptionOf.Text(
        "--from",
        "folder",
        "Takes every result.json below this folder."
    );

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    private readonly Option<string> _page = OptionOf.Text(
        "--page",
        "file",
        "The page whose tables are made anew between its two marks; made if it is not there."
    );

    public BaselineRecordVerb()
        : base(
            "record",
            "Takes results into the baselines of their machine, and makes the tables of the page anew. "
                + "Rows that are INVALID or failed are left out and named. Exit codes: 0 all taken, "
                + "2 wrong usage, and nothing is changed, 3 rows were left out."
        )
    {
        Add(_results);
        _page.DefaultValueFactory = _ => "BASELINES.md";
        Option[] all = [_from, _store, _page];
        Array.ForEach(all, Add);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var store = new BaselineStore(parsed.GetRequiredValue(_store));
            var taken = Paths(parsed).Select(Take).ToList();
            var path = parsed.GetRequiredValue(_page);
            // First, so that a wrong page is known before anything is stored.
            var page = BaselinePage.Open(path);
            foreach (var (file, baseline, leftOut) in taken)
            {
                foreach (var why in leftOut)
                {
                    console.Error.WriteLine($"gatewaybench: left out of '{file}': {why}");
                }
                console.Output.WriteLine(
                    baseline is null ? $"{file}: nothing to record" : Record(store, file, baseline)
                );
            }
            page.Write(BaselinePage.Lines(store.All()));
            console.Output.WriteLine($"Tables  {path}");
            return taken.Exists(one => one.LeftOut.Count > 0)
                ? ExitCodes.Invalid
                : ExitCodes.Success;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static string Record(BaselineStore store, string file, Baseline baseline)
    {
        var machine = store.Of(Fingerprint.Of(baseline.Machine));
        var more = machine.With(baseline);
        return more == machine
            ? $"{file}: is recorded already"
            : $"{file}: {baseline.Rows.Count} rows, {baseline.CommitText}, in {store.Store(more)}";
    }

    private IEnumerable<string> Paths(ParseResult parsed)
    {
        var given = parsed.GetValue(_results) ?? [];
        if (parsed.GetValue(_from) is not { } folder)
        {
            return given.Length > 0
                ? given
                : throw new UsageException(
                    $"No result is given; allowed: one or more, or {_from.Name}."
                );
        }
        string[] found =
        [
            .. Directory
                .EnumerateFiles(folder, "result.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];
        return found.Length > 0
            ? given.Concat(found)
            : throw new UsageException(
                $"{_from.Name} is '{folder}', where no result.json is; allowed: a folder with one."
            );
    }

    private static (string File, Baseline? Baseline, IReadOnlyList<string> LeftOut) Take(
        string file
    )
    {
        try
        {
            var (baseline, leftOut) = BaselineRecorder.Take(StoredResult.Read(file));
            return (file, baseline, leftOut);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"'{file}' can't be recorded: {e.Message}");
        }
    }
}
