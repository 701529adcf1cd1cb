using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Profiles;

/// <summary>The search against targets whose edge is known.</summary>
public sealed class BreakpointSearchTests
{
    [Theory]
    [InlineData(10, 10_000)]
    [InlineData(1, 10_000)]
    [InlineData(100, 20_000)]
    public void Any_edge_is_found_within_a_twentieth(int from, int to)
    {
        for (var edge = 1; edge < to; edge += Math.Max(1, edge / 7))
        {
            var search = new BreakpointSearch(from, to);
            var steps = Run(search, users => users < edge ? StepVerdict.Held : StepVerdict.Failed);

            Assert.True(
                search.Held < edge && search.Failed >= edge,
                $"edge {edge}: {search.Held} to {search.Failed}"
            );
            Assert.InRange(search.Failed!.Value - search.Held, 1, Math.Max(1, search.Held / 20.0));
            Assert.True(
                steps.Count <= BreakpointSearch.MostSteps(from, to),
                $"{steps.Count} steps"
            );
        }
    }

    [Fact]
    public void On_the_way_up_an_slo_that_is_missed_twice_running_fails_where_it_was_missed_first()
    {
        var search = new BreakpointSearch(10, 10_000);

        var steps = Run(search, users => users < 30 ? StepVerdict.Held : StepVerdict.Missed);

        Assert.Equal([10, 20, 40, 80], steps.Take(4));
        Assert.Equal((29, 30), (search.Held, search.Failed));
        // Below the edge, the same number of users once more decides.
        Assert.Equal([30, 30, 25, 27, 28, 29], steps.Skip(4));
        Assert.True(steps.Count <= BreakpointSearch.MostSteps(10, 10_000));
    }

    [Fact]
    public void What_nobody_can_tell_ends_the_search()
    {
        var search = new BreakpointSearch(10, 10_000);

        var steps = Run(search, users => users < 40 ? StepVerdict.Held : StepVerdict.Unknown);

        Assert.Equal([10, 20, 40], steps);
        Assert.Equal((20, null), (search.Held, search.Failed));
    }

    /// <summary>Errors are known with any number of samples; of SLOs the one that is known decides.</summary>
    [Theory]
    [InlineData(null, 10, StepVerdict.Unknown)]
    [InlineData(2.0, 10, StepVerdict.Missed)]
    [InlineData(null, 900, StepVerdict.Failed)]
    public void Too_few_samples_are_no_miss(double? rate, long errors, StepVerdict verdict)
    {
        var row = Results.Row("chat", users: 10) with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = errors },
            Slos =
            [
                new("p95<3s", null, SloUnit.Microseconds, Met: false, "too few samples"),
                new("rps>1", rate, SloUnit.PerSecond, Met: rate is null, null),
            ],
        };

        Assert.Equal(verdict, BreakpointStep.Of(row, 0).Verdict);
    }

    [Fact]
    public void An_slo_that_is_missed_once_is_no_failure()
    {
        var search = new BreakpointSearch(10, 80);
        var looks = 0;

        var steps = Run(
            search,
            users => users == 20 && looks++ == 0 ? StepVerdict.Missed : StepVerdict.Held
        );

        Assert.Equal([10, 20, 40, 80], steps);
        Assert.Equal((80, null), (search.Held, search.Failed));
    }

    [Fact]
    public void The_last_step_that_misses_is_run_again()
    {
        var search = new BreakpointSearch(40, 80);

        var steps = Run(search, users => users < 80 ? StepVerdict.Held : StepVerdict.Missed);

        Assert.Equal([40, 80, 80], steps.Take(3));
        Assert.Equal(80, search.Failed);
    }

    [Fact]
    public void What_serves_nobody_has_held_nothing()
    {
        var search = new BreakpointSearch(10, 80);

        Run(search, _ => StepVerdict.Failed);

        Assert.Equal((0, 1), (search.Held, search.Failed));
    }

    private static List<int> Run(BreakpointSearch search, Func<int, StepVerdict> target)
    {
        var steps = new List<int>();
        while (search.Next is { } users)
        {
            steps.Add(users);
            Assert.True(steps.Count < 100, "The search has no end.");
            search.Add(target(users));
        }
        return steps;
    }
}
