using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Baselines;

public sealed class BaselineCheckTests
{
    [Theory]
    [InlineData(800, 0.2, true)]
    [InlineData(800.4, 0.2, false)]
    [InlineData(1_300, 0.2, false)]
    [InlineData(890, 0.1, true)]
    [InlineData(910, 0.1, false)]
    public void A_row_has_dropped_from_the_limit_on(double now, double maxDrop, bool expected)
    {
        var row = Assert.Single(Check(Runs.Of(now, day: 9), maxDrop, Runs.Of(1_000)).Rows);

        Assert.Equal(expected, row.HasDropped);
        Assert.Equal(now / 1_000, row.Ratio, tolerance: 1e-9);
    }

    [Fact]
    public void A_row_is_compared_with_the_median_of_the_last_commits_runs()
    {
        var row = Assert.Single(
            Check(
                Runs.Of(1_000, day: 9),
                0.2,
                Runs.Of(5_000, day: 2),
                Runs.Of(1_100, day: 3, commit: Runs.NewCommit),
                Runs.Of(2_000, day: 4, commit: Runs.NewCommit),
                Runs.Of(1_200, day: 5, commit: Runs.NewCommit)
            ).Rows
        );

        Assert.Equal((1_200, 3), (row.Then.Rate, row.Runs));
        Assert.Equal(2_000.0 / 1_100 - 1, row.Spread!.Value, tolerance: 1e-9);
        Assert.Equal([5_000, 1_100, 2_000, 1_200, 1_000], row.History.Points.Select(p => p.Rate));
    }

    [Fact]
    public void A_run_of_unknown_commit_stands_for_itself()
    {
        var row = Assert.Single(
            Check(
                Runs.Of(1_000, day: 9),
                0.2,
                Runs.Of(5_000, commit: null),
                Runs.Of(1_000, day: 3, commit: null)
            ).Rows
        );

        Assert.Equal((1_000, 1), (row.Then.Rate, row.Runs));
        Assert.Null(row.Spread);
    }

    [Fact]
    public void A_recorded_result_is_not_its_own_baseline()
    {
        var check = Check(Runs.Of(700, day: 3), 0.2, Runs.Of(1_000), Runs.Of(700, day: 3));

        Assert.True(Assert.Single(check.Rows).HasDropped);
        Assert.Equal(2, check.Latest!.TakenAt.Day);
    }

    [Fact]
    public void Another_transport_setting_seed_or_length_is_refused_by_name()
    {
        var now = Runs.Of(10, day: 9)
            .With(row => row with { Transport = "inmemory", MeasuredSeconds = 30 });
        now = now with
        {
            Targets = [now.Targets[0] with { Settings = ["Auth:Enabled=false"] }],
            Settings = [new SettingOrigin(Variables.Seed, "7", "environment")],
        };

        var check = Check(now, 0.2, Runs.Of(1_000));

        Assert.Empty(check.Rows);
        Assert.Equal(
            "GET /health, 32 users: "
                + "GATEWAYBENCH_SEED: 42 -> 7; measured seconds: 5 -> 30; "
                + "settings of the target: none -> Auth:Enabled=false; transport: loopback -> inmemory",
            Assert.Single(check.NotCompared)
        );
    }

    [Fact]
    public void Another_provider_or_heap_limit_is_refused_and_an_unknown_one_is_not()
    {
        var unlimited = new SettingOrigin(SettingsInForce.HeapLimit, "none", "code");
        var unknown = Runs.Of(1_000) with { Settings = [] };
        var then = unknown.WithProvider("Latency=none") with { Settings = [unlimited] };
        var now = Runs.Of(1_000, day: 9).WithProvider() with
        {
            Settings = [unlimited with { Value = "200 MB" }],
        };

        Assert.Equal(
            "GET /health, 32 users: heap limit: none -> 200 MB; "
                + "options of the provider: Latency=none -> all by default",
            Assert.Single(Check(now, 0.2, then).NotCompared)
        );
        Assert.Single(Check(now, 0.2, unknown).Rows);
    }

    [Fact]
    public void What_decides_the_transport_and_hosting_of_a_row_is_no_condition_besides()
    {
        SettingOrigin[] settings =
        [
            new(Variables.Transport, "loopback, inmemory", "code"),
            new(SettingsInForce.Hosting, "inprocess, child", "code"),
        ];
        var now = Runs.Of(1_000, day: 9) with { Settings = settings };

        Assert.Single(Check(now, 0.2, Runs.Of(1_000) with { Settings = [] }).Rows);
    }

    [Fact]
    public void What_feeds_prompts_counts_only_if_it_was_asked_for()
    {
        var own = new SettingOrigin(Variables.Prompts, "bundled", "code");
        var given = new SettingOrigin(Variables.Prompts, "mine.jsonl", "environment");
        var then = Runs.Of(1_000) with { Settings = [own] };
        var other = Runs.Of(1_000, day: 9) with { Settings = [own with { Value = "huge" }] };

        Assert.Single(Check(other, 0.2, then).Rows);
        Assert.Contains(
            "GATEWAYBENCH_PROMPTS: (not known) -> mine.jsonl",
            Assert.Single(Check(other with { Settings = [given] }, 0.2, then).NotCompared),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Another_load_and_an_unknown_row_are_named()
    {
        Assert.Equal(
            "GET /health, 64 users: has a baseline of another load only (32 users)",
            Assert.Single(Check(Runs.Of(1, day: 9, users: 64), 0.2, Runs.Of(1_000)).NotCompared)
        );
        Assert.Equal(
            "GET /new, 32 users: has no baseline yet",
            Assert.Single(
                Check(Runs.Of(1, day: 9, name: "GET /new"), 0.2, Runs.Of(1_000)).NotCompared
            )
        );
    }

    [Fact]
    public void An_invalid_row_is_not_compared_and_one_that_is_gone_is_missed()
    {
        var now = Runs.Of(100, day: 9).With(row => row with { Invalid = ["unfair"] });
        var check = Check(now, 0.2, Runs.Of(1_000));

        Assert.Empty(check.Rows);
        Assert.Equal("GET /health, 32 users: INVALID, unfair", Assert.Single(check.NotCompared));
        var both = Runs.Of(1_000);
        both = both with { Rows = [.. both.Rows, .. Runs.Of(1_000, name: "GET /metrics").Rows] };
        Assert.Equal(
            "GET /metrics, 32 users",
            Assert.Single(Check(Runs.Of(1_000, day: 9), 0.2, both).Missing)
        );
    }

    [Fact]
    public void What_changed_in_machine_and_runtime_is_told_with_the_machines_own_speed()
    {
        var now = Runs.Of(1_000, day: 9) with
        {
            Machine = Runs.Machine with { Runtime = ".NET 10.0.12", LoopScore = 300 },
        };

        var check = Check(now, 0.2, Runs.Of(1_000));

        Assert.Equal(
            "runtime: .NET 10.0.4 -> .NET 10.0.12",
            Assert.Single(check.Changes).ToString()
        );
        Assert.Equal(0.75, check.LoopRatio);
    }

    private static BaselineCheck Check(
        LoadResult now,
        double maxDrop,
        params LoadResult[] recorded
    ) => BaselineCheck.Of(Runs.Recorded(recorded), now, maxDrop);
}
