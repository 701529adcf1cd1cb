namespace GatewayBench.Tests.Pairs;

public sealed class PairMeterTests
{
    private readonly List<string> _log = [];
    private readonly Dictionary<ArmSide, FakeArm> _arms = [];

    public PairMeterTests()
    {
        // The first two don't count; of the others, the median is 800.
        _arms[ArmSide.A] = new FakeArm(ArmSide.A, _log, 1_000);
        _arms[ArmSide.B] = new FakeArm(ArmSide.B, _log, 1, 1, 100, 9_000, 800, 800);
    }

    [Fact]
    public async Task Slices_are_granted_in_turns_and_the_open_load_has_one_rate_for_both()
    {
        var pair = await MeasureAsync(1);

        var (first, second) = pair.First == ArmSide.A ? ("A", "B") : ("B", "A");
        Assert.Equal(
            [
                $"launch {first}",
                $"launch {second}",
                .. Enumerable
                    .Repeat(new[] { first, second, second, first }, 3)
                    .SelectMany(turn => turn),
                // 0.6 of the slower one's 800, and as long as 10,200 arrivals take.
                $"{first} open 480 for 21.3",
                $"{second} open 480 for 21.3",
            ],
            _log
        );
        Assert.All(_arms.Values, arm => Assert.True(arm.IsDisposed));
    }

    [Fact]
    public async Task Each_row_has_slices_and_an_open_load_of_its_own_in_both_arms()
    {
        _arms[ArmSide.A] = new FakeArm(ArmSide.A, _log, 1_000) { Rows = ["decides", "other"] };
        _arms[ArmSide.B] = new FakeArm(ArmSide.B, _log, 500) { Rows = ["decides", "other"] };

        var pair = await MeasureAsync(1);

        Assert.Equal(
            ["decides", "other"],
            pair.Figures.Where(figure => figure.Metric == PairedMetric.Rate.Name)
                .Select(figure => figure.Row)
        );
        Assert.All(
            pair.Figures.Where(figure => figure.Metric == PairedMetric.Rate.Name),
            figure => Assert.Equal((1_000, 500), (figure.A, figure.B))
        );
        var (one, other) = pair.First == ArmSide.A ? ("A", "B") : ("B", "A");
        Assert.Equal(
            [$"{one}1", $"{other}1", $"{other}1", $"{one}1"],
            _log.SkipWhile(entry => !entry.EndsWith('1')).Take(4)
        );
        Assert.Equal(4, _log.Count(entry => entry.Contains("open", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Either_arm_goes_first_as_the_pair_draws_it()
    {
        var firsts = new List<ArmSide>();
        for (var number = 1; number <= 40; number++)
        {
            firsts.Add((await MeasureAsync(number)).First);
        }

        Assert.InRange(firsts.Count(first => first == ArmSide.A), 10, 30);
        Assert.Equal(firsts[3], (await MeasureAsync(4)).First);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Each_arm_keeps_its_own_figures_whoever_went_first(int number)
    {
        var pair = await MeasureAsync(number);

        Assert.Null(pair.Discarded);
        Assert.Equal((1_000, 800), Figure(pair, PairedMetric.Rate));
        Assert.Equal((1_000, 1_000), Figure(pair, PairedMetric.Allocations));
        Assert.Equal((70, 70), Figure(pair, PairedMetric.Cpu));
        Assert.Equal((900, 900), Figure(pair, PairedMetric.P99));
    }

    [Fact]
    public async Task Without_an_open_load_there_is_neither_p99_nor_CPU()
    {
        var pair = await MeasureAsync(1, Plan with { OpenSeconds = 0 });

        Assert.Equal(["OK/s", "Alloc/req"], pair.Figures.Select(figure => figure.Metric));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public async Task Errors_discard_a_pair_in_whichever_arm_they_are(string name)
    {
        var side = Enum.Parse<ArmSide>(name);
        _arms[side] = new FakeArm(side, _log, 1_000) { Errors = 100 };

        var pair = await MeasureAsync(1);

        Assert.StartsWith(
            $"{side}: errors: http_5xx 400",
            pair.Discarded,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_pair_without_the_figure_that_decides_is_discarded()
    {
        _arms[ArmSide.B] = new FakeArm(ArmSide.B, _log, 0);

        var pair = await MeasureAsync(1);

        Assert.StartsWith("B: no success", pair.Discarded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arm_that_never_settled_is_noted()
    {
        _arms[ArmSide.A] = new FakeArm(ArmSide.A, _log, 1_000) { Settled = false };

        var pair = await MeasureAsync(1);

        Assert.Null(pair.Discarded);
        Assert.StartsWith("A never settled", Assert.Single(pair.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_arm_that_was_launched_is_stopped_when_the_other_can_not_be(int works)
    {
        var launched = 0;
        var meter = new PairMeter(
            (side, _) =>
                ++launched == works
                    ? Task.FromResult<IArm>(_arms[side])
                    : throw new TargetStartException("no"),
            Plan,
            TimeProvider.System
        );

        await Assert.ThrowsAsync<TargetStartException>(() =>
            meter.MeasureAsync(1, CancellationToken.None)
        );

        Assert.Single(_arms.Values, arm => arm.IsDisposed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Warm_ups_are_side_by_side_and_one_that_fails_ends_the_other(int fails)
    {
        var launched = 0;
        var both = new TaskCompletionSource();
        var meter = new PairMeter(LaunchAsync, Plan, TimeProvider.System);

        var thrown = await Assert.ThrowsAsync<TargetStartException>(() =>
            meter.MeasureAsync(1, CancellationToken.None)
        );

        Assert.Equal("no", thrown.Message);

        async Task<IArm> LaunchAsync(ArmSide side, CancellationToken stop)
        {
            var number = ++launched;
            if (number == 2)
            {
                both.SetResult();
            }
            await both.Task;
            if (number == fails)
            {
                throw new TargetStartException("no");
            }
            await Task.Delay(Timeout.Infinite, stop);
            return _arms[side];
        }
    }

    private static PairPlan Plan =>
        Comparisons.New().Plan with
        {
            Slices = 4,
            SliceSeconds = 1,
            OpenSeconds = 60,
        };

    private static (double?, double?) Figure(Pair pair, PairedMetric metric)
    {
        var figure = pair.Figures.Single(one => one.Metric == metric.Name);
        return (figure.A, figure.B);
    }

    private Task<Pair> MeasureAsync(int number, PairPlan? plan = null) =>
        new PairMeter(
            (side, _) =>
            {
                _log.Add($"launch {side}");
                return Task.FromResult<IArm>(_arms[side]);
            },
            plan ?? Plan,
            TimeProvider.System
        ).MeasureAsync(number, TestContext.Current.CancellationToken);
}
