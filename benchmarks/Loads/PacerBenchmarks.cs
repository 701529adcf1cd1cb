using BenchmarkDotNet.Attributes;

namespace GatewayBench.Benchmarks.Loads;

/// <summary>What it costs to ask for the next intended time.</summary>
[MemoryDiagnoser]
public class PacerBenchmarks
{
    private const int Hits = 10_000;

    private readonly Dictionary<string, Pacer> _pacers = new()
    {
        ["constant"] = Load.Constant(5_000, "1h").NewPacer(seed: 42),
        ["poisson"] = Load.Poisson(5_000, "1h").NewPacer(seed: 42),
        ["ramp"] = Load.Ramp(0, 5_000, "1h").NewPacer(seed: 42),
        ["gamma 0.05"] = Load.Gamma(5_000, burstiness: 0.05, "1h").NewPacer(seed: 42),
        ["gamma 0.5"] = Load.Gamma(5_000, burstiness: 0.5, "1h").NewPacer(seed: 42),
        ["gamma 4"] = Load.Gamma(5_000, burstiness: 4, "1h").NewPacer(seed: 42),
    };

    private Pacer _pacer = null!;

    [Params("constant", "poisson", "ramp", "gamma 0.05", "gamma 0.5", "gamma 4")]
    public string Arrivals { get; set; } = "";

    [GlobalSetup]
    public void Choose() => _pacer = _pacers[Arrivals];

    [Benchmark(OperationsPerInvoke = Hits)]
    public TimeSpan Next()
    {
        var elapsed = TimeSpan.Zero;
        for (var hit = 0L; hit < Hits; hit++)
        {
            elapsed = _pacer.Next(elapsed, hit) ?? default;
        }
        return elapsed;
    }
}
