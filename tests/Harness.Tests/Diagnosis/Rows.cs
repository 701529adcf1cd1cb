using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Diagnoses;

/// <summary>Made-up rows of 40 slices, one user more in each; what gives way does so from second 20 on.</summary>
internal static class Rows
{
    public const int Slices = 40;
    public const int Onset = 20;

    public static readonly DiagnosisFacts Facts = new(4, 1_000, IsHostedHere: true);

    /// <summary>Steady: 100 exchanges a second, a median of 100 ms.</summary>
    public static RowResult Healthy { get; } =
        Results.Row("chat") with
        {
            Timeline = [.. Enumerable.Range(0, Slices).Select(i => Slice(i))],
            Resources = [.. Enumerable.Range(0, Slices).Select(i => Resource(i))],
            Provider = [.. Enumerable.Range(0, Slices).Select(i => Provider(i))],
            Slowest = [new SlowHit(25, null, 3e5, 0, 2.5e5, 5e4, null, Outcome.Success, null)],
            Series =
            [
                Series("db.client.connection.wait_time{pool=read}.p50", 0.001, 0.001),
                Series("db.client.connection.use_time{pool=read}.p50", 0.002, 0.002),
                Series("gateway.cache.evictions{reason=expired}.rate", 3, 3),
                Series("provider.attempts_per_request", 1, 1),
                Series("process.open_descriptors", 100, 140),
            ],
        };

    /// <summary>Its callers wait three times as long from the onset on.</summary>
    public static RowResult Slower(this RowResult row) =>
        row with
        {
            Timeline =
            [
                .. row.Timeline.Select(
                    (slice, i) =>
                        i < Onset ? slice : slice with { P50 = 3 * slice.P50, P99 = 3 * slice.P99 }
                ),
            ],
        };

    /// <summary>A tenth of its exchanges fail from the onset on.</summary>
    public static RowResult Failing(this RowResult row, Outcome outcome) =>
        row.With(
            (TimelineSlice slice) =>
                slice with
                {
                    Errors = new Dictionary<Outcome, long> { [outcome] = slice.Successes / 9 },
                }
        );

    /// <summary>With one that goes from one level to another at the onset, by noise of a tenth; null for what nobody tells.</summary>
    public static RowResult With(this RowResult row, string name, double? before, double after) =>
        row with
        {
            Series = [.. row.Series.Where(one => one.Name != name), Series(name, before, after)],
        };

    public static RowResult With(this RowResult row, Func<ResourceSlice, ResourceSlice> change) =>
        row with
        {
            Resources = [.. row.Resources.Select((slice, i) => i < Onset ? slice : change(slice))],
        };

    public static RowResult With(this RowResult row, Func<ProviderSlice, ProviderSlice> change) =>
        row with
        {
            Provider = [.. row.Provider.Select((slice, i) => i < Onset ? slice : change(slice))],
        };

    public static RowResult With(this RowResult row, Func<TimelineSlice, TimelineSlice> change) =>
        row with
        {
            Timeline = [.. row.Timeline.Select((slice, i) => i < Onset ? slice : change(slice))],
        };

    private static WatchedSeries Series(string name, double? before, double after) =>
        new(
            name,
            "",
            "gateway",
            [.. Enumerable.Range(0, Slices).Select(i => (i < Onset ? before : after) * Noise(i))]
        );

    private static TimelineSlice Slice(int i) =>
        new(
            i,
            1,
            100,
            new Dictionary<Outcome, long>(),
            i + 1,
            100_000 * Noise(i),
            300_000 * Noise(i),
            400_000
        )
        {
            Users = i + 1,
        };

    private static ResourceSlice Resource(int i) =>
        new(
            i + 1,
            1,
            1 * Noise(i),
            (long)(100e6 * Noise(i)),
            1e6,
            5 * Noise(i),
            3,
            1,
            0,
            8,
            i % 3,
            10,
            i + 1
        );

    private static ProviderSlice Provider(int i) =>
        new(i + 1, 1, 100, 0, 30_000, 10, 100_000, 100_000);

    /// <summary>The same each time, so that no test depends on luck.</summary>
    private static double Noise(int i) => 1 + (i * 7 % 5 - 2) / 40.0;
}
