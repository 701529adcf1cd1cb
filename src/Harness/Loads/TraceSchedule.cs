using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Recorded arrivals. The schedule lasts to the end of the second in which the last one falls.
/// </summary>
internal sealed class TraceSchedule(
    string file,
    long[] times,
    double speed,
    TimeSpan? duration = null
) : Schedule
{
    public override TimeSpan Duration { get; } =
        duration ?? TimeSpan.FromSeconds(times[^1] / TimeSpan.TicksPerSecond + 1);

    public override double Offered => times.Length;

    public override double WarmUpRate => times.Length / Duration.TotalSeconds;

    public override bool IsSteady => false;

    public override string Name =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"trace {file}, {times.Length:#,0} arrivals{(speed == 1 ? "" : $", {speed:0.##}x speed")}"
        );

    public override Schedule With(Arrivals arrivals) =>
        throw new InvalidOperationException(
            $"The load is a trace ({file}), which has arrivals of its own; "
                + "allowed with other arrivals: constant, Poisson and gamma loads, ramps and stages."
        );

    public override Schedule Over(TimeSpan duration)
    {
        var faster = Duration / duration;
        long[] moved = [.. times.Select(time => (long)Math.Round(time / faster))];
        return new TraceSchedule(file, moved, speed * faster, duration);
    }

    public override Pacer NewPacer(ulong seed) => new TracePacer(times);

    public override Pacer NewWarmUpPacer(ulong seed) =>
        Arrivals.Poisson.NewPacer(RateProfile.Endless(WarmUpRate), seed);
}
