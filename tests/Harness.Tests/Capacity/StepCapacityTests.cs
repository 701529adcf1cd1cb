using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Capacity;

/// <summary>What the steps of a search for the breakpoint say together.</summary>
public sealed class StepCapacityTests
{
    [Fact]
    public void The_knee_is_found_over_all_steps_however_they_came()
    {
        int[] users = [10, 20, 40, 80, 60, 70];
        RowResult[] rows = [.. users.Select(count => Step(count, 10 * Math.Min(count, 45)))];
        var found = new BreakpointResult(
            60,
            70,
            [
                .. users.Select(
                    (count, i) =>
                        count >= 70
                            ? new BreakpointStep(i, count, StepVerdict.Failed, "7.0 % errors")
                            : new BreakpointStep(i, count, StepVerdict.Held, null)
                ),
            ]
        );

        var capacity = CapacityEstimator.OfSteps(rows, found)!;

        Assert.InRange(45, capacity.Knee!.LeastUsers, capacity.Knee.MostUsers);
        Assert.Equal((80, 60), (capacity.MostUsers, capacity.Sustainable!.Users));
        Assert.Equal(rows[4].SuccessesPerSecond, capacity.Sustainable.Rate);
        Assert.Equal(rows[0].SuccessesPerSecond, capacity.Sustainable.StartRate);
        Assert.Equal((70, "7.0 % errors"), (capacity.Break!.Users, capacity.Break.Reason));
        Assert.Null(capacity.Break.Second);
    }

    [Fact]
    public void One_step_says_nothing_and_one_that_fails_at_once_sustains_nothing()
    {
        Assert.Null(CapacityEstimator.OfSteps([Step(10, 100)], new BreakpointResult(10, null, [])));
        var capacity = CapacityEstimator.OfSteps(
            [Step(10, 100), Step(20, 100), Step(40, 100)],
            new BreakpointResult(
                0,
                10,
                [new BreakpointStep(0, 10, StepVerdict.Failed, "50.0 % errors")]
            )
        )!;

        Assert.Null(capacity.Sustainable);
        Assert.Null(capacity.Break!.Rate);
    }

    private static RowResult Step(int users, int rate) =>
        Results.Row("chat", users, successes: 10 * rate) with
        {
            MeasuredSeconds = 10,
            Timeline =
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(second => new TimelineSlice(
                        second,
                        1,
                        rate + (second * 7 % 5 - 2),
                        new Dictionary<Outcome, long>(),
                        users,
                        100_000,
                        200_000,
                        300_000
                    )
                    {
                        Users = users,
                    }),
            ],
        };
}
