namespace GatewayBench;

/// <summary>What the runner itself observed of a row's phases.</summary>
internal sealed class MeasuredWindow
{
    public TimeSpan WarmUp { get; set; }

    /// <summary>Whether the warm-up ended because the target had settled; null without a warm-up.</summary>
    public bool? Settled { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The timestamp at which measuring began.</summary>
    public long Started { get; set; }

    public TimeSpan Measured { get; set; }

    public int InFlightAtEnd { get; set; }

    /// <summary>Exchanges that ended within the measured time: what <see cref="Usage"/> was spent on.</summary>
    public long Completed { get; set; }

    /// <summary>Null where the target's share can't be told.</summary>
    public ProcessUsage? Usage { get; set; }
}
