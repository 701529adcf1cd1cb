using System.Runtime.CompilerServices;

namespace GatewayBench.Tests.Bisecting;

/// <summary>Pairs of a given noise around what commits truly do.</summary>
/// <param name="commitOf">What a commit's hash stands for.</param>
/// <param name="sigma">Of ln(candidate / anchor); one pair in twenty scatters five times as far.</param>
/// <param name="seed">Of all draws.</param>
internal sealed class SimulatedMeter(
    Func<string, SimulatedCommit> commitOf,
    double sigma,
    ulong seed
) : ICandidateMeter
{
    private ulong _asked;

    /// <summary>Pairs that were measured.</summary>
    public int Pairs { get; private set; }

    /// <summary>After so many pairs the machine fails.</summary>
    public int MostPairs { get; init; } = int.MaxValue;

    public async IAsyncEnumerable<CandidatePair> PairsAsync(
        string anchor,
        string candidate,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await Task.Yield();
        var (a, b) = (commitOf(anchor), commitOf(candidate));
        if (a.Fault is { } fault)
        {
            throw new MachineFaultException(fault);
        }
        if (b.Fault is { } own)
        {
            throw new CandidateFaultException(own);
        }
        var key = SplitMix64.At(seed, _asked++);
        for (ulong i = 0; ; i += 2)
        {
            stop.ThrowIfCancellationRequested();
            if (++Pairs > MostPairs)
            {
                throw new MachineFaultException("steal");
            }
            var far = SplitMix64.UniformAt(key, i) < 0.05 ? 5 : 1;
            var off = far * sigma * NormalQuantile.Of(SplitMix64.UniformAt(key, i + 1));
            yield return new CandidatePair(
                Math.Log(b.Speed / a.Speed) + off,
                new Dictionary<string, double>
                {
                    [PairedMetric.Allocations.Name] = Math.Log(a.Speed / b.Speed),
                }
            );
        }
    }
}
