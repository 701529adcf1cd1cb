using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench merge</c>: the results of several generators as one.</summary>
internal sealed class MergeVerb : Command
{
    private readonly Argument<string[]> _results = ResultArgument.Several(
        "results",
        "Two or more result.json, or the folders of their runs.",
        ArgumentArity.OneOrMore
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        "Where the merged result gets a folder. [default: artifacts/load]"
    );

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    public MergeVerb()
        : base(
            "merge",
            "Makes one result of those of several generators that loaded one target at once, each with a "
                + "seed of its own. Histograms and counts add up exactly. Prints the report and writes the "
                + "files of a run. Exit codes: 0 fine, 1 too many errors or an SLO missed, 2 wrong usage "
                + "or no shares of one run, 3 merged figures invalid."
        )
    {
        Arguments.Add(_results);
        Add(_out);
        Add(_store);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            var folder = parsed.GetValue(_out) ?? LoadSettings.FromEnvironment().OutputDirectory;
            var merged = ResultMerge.Of([
                .. parsed
                    .GetRequiredValue(_results)
                    .Select(path => new MergeSource(path, StoredResult.Read(path))),
            ]);
            var options = new RunOptions
            {
                Name = merged.Name,
                OutputDirectory = folder,
                BaselineDirectory = parsed.GetRequiredValue(_store),
                Output = console.Output.WriteLine,
            };
            Reports.Open(options, merged.StartedAt).Finish(merged);
            return await RunEnd.JudgeAsync(merged, console.Error);
        }
        catch (Exception e)
            when (e is MergeException or SloException or SettingException or ReportException)
        {
            throw new UsageException(e.Message);
        }
    }
}
