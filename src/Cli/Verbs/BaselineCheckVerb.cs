using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench baseline check</c>: a result beside the baselines of its machine.</summary>
internal sealed class BaselineCheckVerb : Command
{
    private readonly Argument<string> _result = new("result")
    {
        Description = "A result.json, or the folder of its run.",
    };

    private readonly Option<double> _maxDrop = OptionOf.Percent(
        "--max-drop",
        "How much of its OK/s no row may lose. [default: 20%]"
    );

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    public BaselineCheckVerb()
        : base(
            "check",
            "Compares a result with the baselines of the same machine and runtime: each row with the "
                + "median of the last commit's runs. Exit codes: 0 no row dropped, 1 one did, 2 wrong "
                + "usage, 3 something could not be compared."
        )
    {
        Add(_result);
        Option[] all = [_maxDrop, _store];
        Array.ForEach(all, Add);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var screen = Screen.Of(parsed.InvocationConfiguration.Output);
        var path = parsed.GetRequiredValue(_result);
        try
        {
            var result = StoredResult.Read(path);
            var maxDrop = parsed.ValueIfGiven(_maxDrop) ?? BaselineCheck.DefaultMaxDrop;
            var store = new BaselineStore(parsed.GetRequiredValue(_store));
            var fingerprint = Fingerprint.Of(result.Machine);
            var machines = store.All();
            if (
                machines.FirstOrDefault(one => one.Fingerprint.IsSameAs(fingerprint)) is not { } own
            )
            {
                return TellForeign(fingerprint, machines, store, screen);
            }
            var check = BaselineCheck.Of(own, result, maxDrop);
            CheckReport.Write(check, Baseline.CommitOf(result), fingerprint, maxDrop, screen);
            return check.Dropped.Any() ? ExitCodes.Missed
                : check.Rows.Count == 0 || check.NotCompared.Count > 0 ? ExitCodes.Invalid
                : ExitCodes.Success;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"'{path}' can't be checked: {e.Message}");
        }
    }

    private static int TellForeign(
        Fingerprint fingerprint,
        IReadOnlyList<MachineBaselines> machines,
        BaselineStore store,
        Screen screen
    )
    {
        screen.Line(
            $"'{store.Folder}' has no baseline of this machine and runtime ({fingerprint.Id}): {fingerprint.Title}"
        );
        foreach (var machine in machines)
        {
            var changes = fingerprint.ChangesSince(machine.Fingerprint);
            screen.Line($"  unlike {machine.Fingerprint.Id}: {string.Join("; ", changes)}");
        }
        screen.Line(
            "Absolute figures of two machines can't be compared: only a ratio measured in one run would be "
                + "honest. So measure both commits here, in turns, or record this result as this machine's "
                + "first baseline."
        );
        return ExitCodes.Invalid;
    }
}
