using System.Globalization;

namespace GatewayBench.Cli;

/// <summary>What a run tells while it runs, in words.</summary>
internal static class LiveText
{
    private const string Gap = "  ";

    /// <summary>Which row of how many, without what a terminal would obey.</summary>
    public static string Title(LiveProgress now) =>
        string.Concat(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {now.Row} of {now.Rows}: {now.Name}, {now.Load}"
                )
                .Select(c => char.IsControl(c) ? ' ' : c)
        );

    /// <summary>What it is at, and for how long.</summary>
    public static string Phase(LiveProgress now)
    {
        var name = now.Phase switch
        {
            LivePhase.Starting => "starting",
            LivePhase.Calibrating => "calibrating",
            LivePhase.WarmUp => "warming up",
            LivePhase.Measuring => "measuring",
            _ => "waiting for what is in flight",
        };
        var most = now.Phase == LivePhase.WarmUp ? "at most " : "";
        return now.Total is { } total
            ? $"{name}{Gap}{Seconds(now.Elapsed)} of {most}{Seconds(total)} s"
            : $"{name}{Gap}{Seconds(now.Elapsed)} s";
    }

    /// <summary>Rate, latency, what is in flight, CPU; empty before there is a load.</summary>
    public static string Figures(LiveProgress now) =>
        now.PerSecond is not { } rate
            ? ""
            : string.Join(
                Gap,
                [
                    $"{Units.Count(rate)}/s",
                    .. now.P50 is null
                        ? Array.Empty<string>()
                        : [$"p50 {Units.Time(now.P50)}", $"p99 {Units.Time(now.P99)}"],
                    $"{Units.Count(now.InFlight)} in flight",
                    .. now.CpuCores is { } cores
                        ? [$"CPU {Units.Percent(cores)} of a core"]
                        : Array.Empty<string>(),
                ]
            );

    /// <summary>Failures so far, by class; empty without any.</summary>
    public static string Errors(LiveProgress now) =>
        now.Errors.Count == 0
            ? ""
            : "errors: "
                + string.Join(
                    ", ",
                    now.Errors.OrderByDescending(error => error.Value)
                        .Select(error => $"{error.Key.Label()} {Units.Count(error.Value)}")
                );

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("#,0", CultureInfo.InvariantCulture);
}
