using System.CommandLine;
using Spectre.Console;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench baseline list</c>: what is recorded, machine by machine.</summary>
internal sealed class BaselineListVerb : Command
{
    private const int SparklineColumns = 24;

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    public BaselineListVerb()
        : base(
            "list",
            "Shows the machines with baselines, what was measured when, and which machine is this one. "
                + "Exit codes: 0 shown, 2 wrong usage."
        )
    {
        Add(_store);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            var store = new BaselineStore(parsed.GetRequiredValue(_store));
            var screen = Screen.Of(parsed.InvocationConfiguration.Output);
            var here = Fingerprint.Of(MachineInfo.Read());
            var machines = store.All();
            foreach (var machine in machines)
            {
                Show(machine, here, screen);
            }
            if (!machines.Any(machine => machine.Fingerprint.IsSameMachineAs(here)))
            {
                screen.Line($"This machine has none in '{store.Folder}': {here.Title}");
            }
            return ExitCodes.Success;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void Show(MachineBaselines machine, Fingerprint here, Screen screen)
    {
        var fingerprint = machine.Fingerprint;
        // The runtime's settings are those of the process that measured, which this one is not.
        var mark = fingerprint.IsSameMachineAs(here) ? " (this machine)" : "";
        screen.Line($"{fingerprint.Id}{mark}: {fingerprint.Title}");
        screen.Table(
            ["Taken", "Commit", "Run", "\tRows"],
            machine.History.Select(run =>
                (Text[])
                    [
                        Cell.Of(Units.Date(run.TakenAt)),
                        Cell.Of(
                            run.Commit is { } commit
                                ? GatewayInfo.ShortCommit(commit)
                                : Units.Nothing
                        ),
                        Cell.Of(run.Name),
                        Cell.Of(Units.Count(run.Rows.Count)),
                    ]
            )
        );
        screen.Table(
            ["Row", "Load", "\tRuns", "\tOK/s, last", "OK/s over time"],
            BaselineSeries
                .Of(machine)
                .Select(series =>
                    (Text[])
                        [
                            Cell.Of(series.Row.Name),
                            Cell.Of(series.Row.Load),
                            Cell.Of(Units.Count(series.Points.Count)),
                            Cell.Of(Units.Count(series.Points[^1].Rate)),
                            Cell.Of(series.Sparkline(SparklineColumns)),
                        ]
                )
        );
        screen.Line();
    }
}
