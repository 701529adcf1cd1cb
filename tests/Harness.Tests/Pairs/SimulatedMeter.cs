namespace GatewayBench.Tests.Pairs;

/// <summary>A meter whose pairs scatter as they are told to, around a true ratio.</summary>
/// <param name="sigma">The standard deviation of ln(B / A).</param>
/// <param name="ratio">What B's rate truly is of A's.</param>
internal sealed class SimulatedMeter(double sigma, double ratio) : IPairMeter
{
    public const string Row = "GET /";

    public int Measured { get; private set; }

    /// <summary>Why a pair is discarded; null for one that counts.</summary>
    public Func<int, string?> Discarded { get; init; } = _ => null;

    /// <summary>Called ahead of each pair.</summary>
    public Action<int> Before { get; init; } = _ => { };

    public Task<Pair> MeasureAsync(int number, CancellationToken stop)
    {
        Before(number);
        stop.ThrowIfCancellationRequested();
        Measured++;
        var draw = NormalQuantile.Of(SplitMix64.UniformAt(42, (ulong)number));
        return Task.FromResult(
            new Pair(
                number,
                number % 2 == 0 ? ArmSide.A : ArmSide.B,
                DateTimeOffset.UnixEpoch,
                Seconds: 24,
                [
                    new PairFigure(
                        Row,
                        PairedMetric.Rate.Name,
                        1_000,
                        1_000 * ratio * Math.Exp(sigma * draw)
                    ),
                    new PairFigure(Row, PairedMetric.Allocations.Name, 1_736, 1_780 + number % 2),
                    new PairFigure(Row, PairedMetric.P99.Name, null, 40_000),
                ]
            )
            {
                Discarded = Discarded(number),
            }
        );
    }
}
