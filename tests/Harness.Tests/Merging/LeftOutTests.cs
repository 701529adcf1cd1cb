using GatewayBench.Tests.Diagnoses;
using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Merging;

public sealed class LeftOutTests
{
    [Fact]
    public void What_can_not_be_told_of_the_whole_is_named()
    {
        var row = Rows.Healthy with { Diagnosis = new Diagnosis([], []), Users = 32 };
        var merged = Of(row, row);

        Assert.Contains(
            "merged without suspects, series: see the result of each generator",
            merged.Targets[0].Notes
        );
        Assert.Null(merged.Rows[0].Diagnosis);
        Assert.DoesNotContain(
            Of(Results.Row("chat"), Results.Row("chat")).Targets[0].Notes,
            note => note.StartsWith("merged without", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_knee_is_that_of_the_sums()
    {
        var merged = Merged()!;

        // Each had its knee at 20 users.
        Assert.InRange(40, merged.Knee!.LeastUsers, merged.Knee.MostUsers);
        Assert.Equal(60, merged.MostUsers);
        Assert.NotNull(merged.Sustainable);
        Assert.Null(Of(Rising(), Rising()).Rows[0].Capacity);
    }

    /// <summary>A percentile of one generator's slice says nothing of all of theirs.</summary>
    [Fact]
    public void Percentiles_are_judged_as_a_whole()
    {
        var met = Merged("p95<900s")!;
        var missed = Merged("p95<1us")!;

        Assert.Equal(["p95<900s"], met.MetAsAWhole);
        Assert.NotNull(met.Sustainable);
        Assert.Equal(["p95<1us"], missed.MissedAsAWhole);
        Assert.Null(missed.Sustainable);
        Assert.Equal(met.Knee, missed.Knee);
    }

    private static CapacityEstimate? Merged(params string[] slos)
    {
        var row = Rising() with
        {
            Capacity = new CapacityEstimate(30, null, null, null, null),
            Slos = [.. slos.Select(slo => new SloResult(slo, 1, SloUnit.Microseconds, true, null))],
        };
        return Of(row, row).Rows[0].Capacity;
    }

    private static RowResult Rising() =>
        Results.Row("chat") with
        {
            MeasuredSeconds = 30,
            Timeline =
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(second => new TimelineSlice(
                        second,
                        1,
                        100 * Math.Min(second + 1, 20) + second * 7 % 5,
                        new Dictionary<Outcome, long>(),
                        second + 1,
                        100_000,
                        200_000,
                        300_000
                    )
                    {
                        Users = second + 1,
                    }),
            ],
        };

    private static LoadResult Of(params RowResult[] rows) =>
        ResultMerge.Of([
            .. rows.Select(
                (row, i) => new MergeSource($"R{i}", Results.Of(row) with { Seed = (ulong)i + 1 })
            ),
        ]);
}
