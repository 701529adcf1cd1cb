namespace GatewayBench;

/// <summary>What an open load offers: a rate with arrivals around it, or a recorded trace.</summary>
internal abstract class Schedule
{
    /// <summary>The longest schedule: any longer is more likely a mistake in units.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public abstract TimeSpan Duration { get; }

    public abstract double Offered { get; }

    public abstract double WarmUpRate { get; }

    public abstract bool IsSteady { get; }

    public abstract string Name { get; }

    public abstract Schedule With(Arrivals arrivals);

    public abstract Schedule Over(TimeSpan duration);

    public abstract Pacer NewPacer(ulong seed);

    public abstract Pacer NewWarmUpPacer(ulong seed);
}
