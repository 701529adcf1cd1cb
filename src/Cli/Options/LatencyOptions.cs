using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The two options that describe a log-normal latency.</summary>
internal sealed class LatencyOptions
{
    private const int DefaultTail = 10;
    private static readonly TimeSpan DefaultP50 = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public Option<TimeSpan> P50 { get; } =
        OptionOf.Duration(
            "--latency-p50",
            "The median latency, such as 250us, 400ms or 1.5s; 0ms for none. [default: 200ms]",
            Longest
        );

    public Option<TimeSpan> P99 { get; } =
        OptionOf.Duration(
            "--latency-p99",
            "What 99 of 100 latencies stay below. [default: 10 times the median]",
            Longest
        );

    /// <exception cref="UsageException">The two contradict each other.</exception>
    public Delay Delay(ParseResult parsed)
    {
        var p50 = parsed.ValueIfGiven(P50) ?? DefaultP50;
        var p99 = parsed.ValueIfGiven(P99) ?? Tail(p50);
        if (p50 == TimeSpan.Zero && p99 == TimeSpan.Zero)
        {
            return GatewayBench.Delay.None;
        }
        if (p50 == TimeSpan.Zero || p99 < p50)
        {
            throw new UsageException(
                $"{P99.Name} is {Duration.ToText(p99)} with {P50.Name} {Duration.ToText(p50)}; "
                    + $"allowed: a {P99.Name} of at least {P50.Name}, and both or neither 0ms."
            );
        }
        return GatewayBench.Delay.LogNormal(p50, p99);
    }

    private static TimeSpan Tail(TimeSpan p50) =>
        p50 < Longest / DefaultTail ? p50 * DefaultTail : Longest;
}
