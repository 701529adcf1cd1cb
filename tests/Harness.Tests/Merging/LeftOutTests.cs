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
    public void The_knee_is_that_of_the_sums_and_what_percentiles_decide_is_left_out()
    {
        var row = Rising() with { Capacity = new CapacityEstimate(30, null, null, null, null) };
        var slow = new SloResult(
            "p95<800ms",
            100_000,
            SloUnit.Microseconds,
            Met: true,
            Reason: null
        );

        var merged = Of(row, row).Rows[0].Capacity!;
        var judged = Of(row with { Slos = [slow] }, row with { Slos = [slow] }).Rows[0].Capacity!;

        // Each had its knee at 20 users.
        Assert.InRange(40, merged.Knee!.LeastUsers, merged.Knee.MostUsers);
        Assert.Equal(60, merged.MostUsers);
        Assert.NotNull(merged.Sustainable);
        Assert.Equal(merged.Knee, judged.Knee);
        Assert.Null(judged.Sustainable);
        Assert.Null(Of(Rising(), Rising()).Rows[0].Capacity);
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
