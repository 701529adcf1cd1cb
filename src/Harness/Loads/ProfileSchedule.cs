using System.Globalization;

namespace GatewayBench;

/// <summary>A rate over time, and how arrivals scatter around it.</summary>
internal sealed class ProfileSchedule : Schedule
{
    private const int MostStages = 100;
    private const int MostStagesInName = 6;

    /// <summary>A warm-up that starts at next to nothing would warm nothing up.</summary>
    private const double LeastShareOfPeak = 0.1;

    private readonly double _start;
    private readonly IReadOnlyList<Stage> _stages;
    private readonly Arrivals _arrivals;
    private readonly RateProfile _profile;

    /// <exception cref="ArgumentException">Stages or their sum are out of range.</exception>
    public ProfileSchedule(double start, IReadOnlyList<Stage> stages, Arrivals arrivals)
    {
        Duration = TotalOf(stages);
        _profile = RateProfile.Through(start, stages);
        if (_profile.Offered <= 0)
        {
            throw InvalidOption.Exception("every rate", 0, "at least one above 0, for some time");
        }
        (_start, _stages, _arrivals) = (start, stages, arrivals);
    }

    public override TimeSpan Duration { get; }

    public override double Offered => _profile.Offered;

    public override double WarmUpRate =>
        Math.Max(_profile.InitialRate, LeastShareOfPeak * _profile.PeakRate);

    public override bool IsSteady => _profile.IsFlat;

    public override string Name
    {
        get
        {
            var family = IsSteady ? _arrivals.Family : Shape;
            var rates = IsSteady ? $"{Text(_start)}/s" : Rates;
            var scatter = IsSteady || _arrivals is ConstantArrivals ? "" : $", {_arrivals.Family}";
            return $"{family} {rates}{scatter}{_arrivals.Parameters}";
        }
    }

    private string Shape => _stages.Count == 1 ? "ramp" : "stages";

    private string Rates =>
        _stages.Count <= MostStagesInName
            ? $"{string.Join(" to ", _stages.Select(s => Text(s.PerSecond)).Prepend(Text(_start)))}/s"
            : $"{Text(_start)} to ... to {Text(_stages[^1].PerSecond)}/s, at most {Text(_profile.PeakRate)}/s";

    public override Schedule With(Arrivals arrivals) =>
        new ProfileSchedule(_start, _stages, arrivals);

    public override Schedule Over(TimeSpan duration) =>
        new ProfileSchedule(
            _start,
            [.. _stages.Select(s => s with { Over = s.Over * (duration / Duration) })],
            _arrivals
        );

    public override Pacer NewPacer(ulong seed) => _arrivals.NewPacer(_profile, seed);

    public override Pacer NewWarmUpPacer(ulong seed) =>
        _arrivals.NewPacer(RateProfile.Endless(WarmUpRate), seed);

    private static TimeSpan TotalOf(IReadOnlyList<Stage> stages)
    {
        if (stages.Count is 0 or > MostStages)
        {
            throw InvalidOption.Exception("number of stages", stages.Count, $"1 to {MostStages}");
        }
        var total = TimeSpan.Zero;
        foreach (var stage in stages)
        {
            OpenRate.Check(nameof(stage.PerSecond), stage.PerSecond);
            if (stage.Over < TimeSpan.Zero || stage.Over > Longest)
            {
                throw InvalidOption.Exception(
                    "duration",
                    stage.Over,
                    "above zero, at most 30 days"
                );
            }
            total += stage.Over;
        }
        return total > TimeSpan.Zero && total <= Longest
            ? total
            : throw InvalidOption.Exception("duration", total, "above zero, at most 30 days");
    }

    private static string Text(double perSecond) =>
        perSecond.ToString("#,0.###", CultureInfo.InvariantCulture);
}
