using System.CommandLine;
using Spectre.Console;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench doctor</c>: whether this machine is fit to measure.</summary>
internal sealed class DoctorVerb : Command
{
    private const int DefaultRepeats = 10;

    private readonly Option<int> _repeats = OptionOf.Number(
        "--repeats",
        "How often the same calculation and the same load are repeated, a third of a second each. [default: 10]",
        min: 3,
        max: 1_000
    );

    public DoctorVerb()
        : base(
            "doctor",
            "Tells whether this machine is fit to measure, and what to do if it isn't: how evenly it does "
                + "the same thing again and again, who else is at work on it, its timers, limits and "
                + "settings. Exit codes: 0 fit, 2 wrong usage, 3 not fit, 130 cancelled."
        )
    {
        Add(_repeats);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        // As in run: a Ctrl-C ahead of the first wait would go unheard.
        await Task.Yield();
        var console = parsed.InvocationConfiguration;
        try
        {
            var probe = new FitnessProbe(parsed.ValueIfGiven(_repeats) ?? DefaultRepeats);
            var figures = await probe.RunAsync(console.Error.WriteLine, stop);
            return Tell(Fitness.Of(figures), Screen.Of(console.Output));
        }
        catch (Exception e) when (RunFailure.CodeOf(e, stop) is { } code)
        {
            await console.Error.WriteLineAsync($"gatewaybench: {RunFailure.MessageOf(e)}");
            return code;
        }
    }

    /// <summary>Shows the findings.</summary>
    /// <returns>The exit code.</returns>
    internal static int Tell(IReadOnlyList<FitnessFinding> findings, Screen screen)
    {
        screen.Line(Fingerprint.Of(MachineInfo.Read()).Title);
        screen.Table(["", "What", "Found", "What to do"], findings.Select(Cells));
        var bad = findings.Count(finding => finding.Judgement == Judgement.Bad);
        var doubtful = findings.Count(finding => finding.Judgement == Judgement.Warn);
        var doubts = doubtful == 0 ? "" : $", {doubtful} to look at";
        screen.Line(
            Fitness.IsFit(findings)
                ? $"FIT to measure{doubts}."
                : $"NOT FIT to measure: {bad} bad{doubts}. Figures taken now would be worth nothing."
        );
        return Fitness.IsFit(findings) ? ExitCodes.Success : ExitCodes.Invalid;
    }

    private static IReadOnlyList<Text> Cells(FitnessFinding finding) =>
        [
            finding.Judgement switch
            {
                Judgement.Ok => Cell.Good("ok"),
                Judgement.Warn => Cell.Doubtful("warn"),
                Judgement.Bad => Cell.Bad("BAD"),
                _ => Cell.Of(Units.Nothing),
            },
            Cell.Of(finding.Name),
            Cell.Of(finding.Figure),
            Cell.Of(finding.Advice),
        ];
}
