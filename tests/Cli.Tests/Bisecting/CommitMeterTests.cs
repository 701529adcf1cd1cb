namespace GatewayBench.Cli.Tests.Bisecting;

public sealed class CommitMeterTests
{
    [Fact]
    public async Task Pairs_are_told_by_the_metric_that_decides_with_the_others_beside_it()
    {
        var pairs = await TakeAsync(
            2,
            number => Measured(number, discarded: number == 1 ? "steal" : null)
        );

        Assert.Equal(Math.Log(0.8), pairs[0].LogRatio, 1e-12);
        var (metric, ratio) = Assert.Single(pairs[0].Companions);
        Assert.Equal("Alloc/req", metric);
        Assert.Equal(Math.Log(2), ratio, 1e-12);
        Assert.Equal(2, pairs.Count);
    }

    [Fact]
    public async Task A_candidate_whose_errors_cost_every_pair_is_skipped() =>
        Assert.Contains(
            "11 of 11 pairs were lost, the last one to B: 50.0 % errors",
            (
                await Assert.ThrowsAsync<CandidateFaultException>(() =>
                    TakeAsync(1, number => Measured(number, "B: 50.0 % errors"))
                )
            ).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Pairs_that_are_lost_to_the_machine_are_no_fault_of_the_candidate() =>
        await Assert.ThrowsAsync<MachineFaultException>(() =>
            TakeAsync(1, number => Measured(number, number == 5 ? "steal" : "B: errors"))
        );

    [Fact]
    public async Task As_many_as_are_kept_may_be_lost()
    {
        var pairs = await TakeAsync(
            20,
            number => Measured(number, number % 2 == 0 ? "steal" : null)
        );

        Assert.Equal(20, pairs.Count);
    }

    [Fact]
    public async Task A_candidate_that_does_not_build_or_start_is_told_from_a_good_one_that_does_not()
    {
        await Assert.ThrowsAsync<CandidateFaultException>(() =>
            TakeAsync(1, Started, unbuildable: "candidate")
        );
        await Assert.ThrowsAsync<RevisionBuildException>(() =>
            TakeAsync(1, Started, unbuildable: "good")
        );
        await Assert.ThrowsAsync<CandidateFaultException>(() =>
            TakeAsync(1, Started, unstartable: "candidate")
        );
        await Assert.ThrowsAsync<TargetStartException>(() =>
            TakeAsync(1, Started, unstartable: "good")
        );
    }

    [Fact]
    public async Task An_arm_that_ends_with_a_Ctrl_C_is_nobodys_fault()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            TakeAsync(
                2,
                number =>
                {
                    stop.Cancel();
                    throw new CandidateFaultException("its process ended");
                },
                stopping: stop
            )
        );
    }

    private static Pair Started(int number) => Measured(number, null);

    private static Pair Measured(int number, string? discarded) =>
        new(
            number,
            ArmSide.A,
            DateTimeOffset.UnixEpoch,
            1,
            [
                new PairFigure("chat", "OK/s", 1_000, 800),
                new PairFigure("chat", "Alloc/req", 100, 200),
                new PairFigure("chat", "p99", null, 5),
                new PairFigure("other", "OK/s", 1, 7),
            ]
        )
        {
            Discarded = discarded,
        };

    private static async Task<List<CandidatePair>> TakeAsync(
        int count,
        Func<int, Pair> measure,
        string? unbuildable = null,
        string? unstartable = null,
        CancellationTokenSource? stopping = null
    )
    {
        var meter = new CommitMeter(
            (commit, _) =>
                commit == unbuildable
                    ? throw new RevisionBuildException(commit, "CS1002")
                    : Task.FromResult(
                        new ArmSpec(
                            new ComparedArm(commit, commit, commit, []),
                            commit,
                            null,
                            new Dictionary<string, string>()
                        )
                    ),
            (a, b) =>
                (side, _) =>
                    (side == ArmSide.A ? a : b).Assembly == unstartable
                        ? throw new TargetStartException("port in use")
                        : Task.FromResult<IArm>(null!),
            launch => new LaunchingMeter(launch, measure),
            PairedMetric.Rate,
            _ => { }
        );
        List<CandidatePair> taken = [];
        var stop = stopping?.Token ?? TestContext.Current.CancellationToken;
        await foreach (var pair in meter.PairsAsync("good", "candidate", stop))
        {
            taken.Add(pair);
            if (taken.Count == count)
            {
                break;
            }
        }
        return taken;
    }

    private sealed class LaunchingMeter(
        Func<ArmSide, CancellationToken, Task<IArm>> launch,
        Func<int, Pair> measure
    ) : IPairMeter
    {
        public async Task<Pair> MeasureAsync(int number, CancellationToken stop)
        {
            await launch(ArmSide.A, stop);
            await launch(ArmSide.B, stop);
            return measure(number);
        }
    }
}
