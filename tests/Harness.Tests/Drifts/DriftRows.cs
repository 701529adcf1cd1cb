using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Drifts;

/// <summary>Made-up rows whose memory, and nothing else, does as it is told.</summary>
internal static class DriftRows
{
    public static readonly DiagnosisFacts Facts = new(4, 1_000, IsHostedHere: true)
    {
        HeapBytes = 512_000_000,
    };

    /// <param name="slices">Seconds.</param>
    /// <param name="memory">Bytes in each of them.</param>
    /// <param name="full">Seconds from one full collection to the next; 0 for none.</param>
    public static RowResult Of(int slices, Func<int, double> memory, int full = 60) =>
        Results.Row("chat") with
        {
            Timeline =
            [
                .. Enumerable
                    .Range(0, slices)
                    .Select(i => new TimelineSlice(
                        i,
                        1,
                        100,
                        new Dictionary<Outcome, long>(),
                        32,
                        10_000,
                        20_000,
                        30_000
                    )),
            ],
            Series =
            [
                .. (
                    (string[])["gc.last_collection.heap.size", "process.memory.working_set"]
                ).Select(name => new WatchedSeries(
                    $"dotnet.{name}",
                    "By",
                    "process",
                    [.. Enumerable.Range(0, slices).Select(i => (double?)memory(i))]
                )),
                new WatchedSeries(
                    "dotnet.gc.collections{gc.heap.generation=gen2}.rate",
                    "",
                    "process",
                    [
                        .. Enumerable
                            .Range(0, slices)
                            .Select(i => (double?)(full > 0 && i % full == 0 ? 1 : 0)),
                    ]
                ),
            ],
        };

    /// <summary>Of a first-order process with that much of the last value in the next.</summary>
    public static double[] Noise(int count, double memory, double deviation, int seed)
    {
        var (random, values) = (new Random(seed), new double[count]);
        for (var i = 0; i < count; i++)
        {
            var gauss =
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
            var last = i == 0 ? gauss * deviation : values[i - 1];
            values[i] =
                i == 0 ? last : memory * last + Math.Sqrt(1 - memory * memory) * deviation * gauss;
        }
        return values;
    }
}
