namespace GatewayBench.Tests.Bisecting;

public sealed class BisectRunTests
{
    /// <summary>What the machine's noisiest conditions but one had, and more than its best.</summary>
    private const double Sigma = 0.05;

    [Fact]
    public async Task The_culprit_is_named_in_99_of_100_searches()
    {
        var found = 0;
        for (var i = 0; i < 100; i++)
        {
            var culprit = 1 + i % 64;
            var broken = Enumerable
                .Range(0, 3)
                .Select(k => (culprit + 7 + 13 * k + i) % 60 + 2)
                .Where(number => Math.Abs(number - culprit) > 1 && number < 64)
                .Distinct()
                .ToArray();
            var history = SimulatedCommit.History(culprit, broken);

            var record = await Searches.RunAsync(history, Searches.Meter(history, Sigma, (ulong)i));

            found +=
                record is { IsConfirmed: true, Culprit: { } named }
                && named.Id == LineOfCommits.Hash(culprit)
                    ? 1
                    : 0;
        }

        Assert.InRange(found, 99, 100);
    }

    [Fact]
    public async Task A_culprit_is_told_with_its_size_its_companions_and_what_was_skipped()
    {
        // Three of the first candidates.
        var history = SimulatedCommit.History(culprit: 41, 32, 47, 38);

        var record = await Searches.RunAsync(history, Searches.Meter(history, 0.01, 1));

        Assert.Equal(LineOfCommits.Hash(41), record.Culprit?.Id);
        Assert.False(record.Partial);
        Assert.Equal(0.8, record.Preflight[0].Ratio, 0.02);
        Assert.Equal(Math.Sqrt(record.Preflight[0].Ratio), record.Threshold);
        Assert.Equal(
            ["does not build", "does not build", "does not start"],
            record
                .Steps.Where(step => step.Mark == BisectMark.Skip)
                .Select(step => step.Why)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            record.Steps.Where(step => step.Effects.Count > 0),
            step =>
                Assert.Equal(
                    step.Mark == BisectMark.Bad,
                    LineOfCommits.NumberOf(step.Commit.Id) >= 41
                )
        );
        Assert.Equal(["OK/s", "Alloc/req"], record.Check.Select(effect => effect.Metric));
        Assert.All(record.Check, effect => Assert.Equal(Verdict.Regressed, effect.Verdict));
        Assert.DoesNotContain(record.Steps, step => step.IsPartial);
    }

    [Fact]
    public async Task Where_neighbours_of_the_culprit_do_not_build_all_that_it_may_be_are_named()
    {
        var history = SimulatedCommit.History(culprit: 20, 18, 19, 20, 21);

        var record = await Searches.RunAsync(history, Searches.Meter(history, 0.02, 5));

        Assert.Null(record.Culprit);
        Assert.Equal(
            [22, 21, 20, 19, 18],
            record.Suspects.Select(suspect => LineOfCommits.NumberOf(suspect.Id))
        );
        Assert.Empty(record.Check);
        Assert.StartsWith(
            "ONE OF 5 COMMITS",
            BisectLines.Conclusion(record),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_does_not_reproduce_is_not_looked_for()
    {
        var history = SimulatedCommit.History(culprit: 65);

        var record = await Searches.RunAsync(history, Searches.Meter(history, 0.02, 3));

        Assert.StartsWith(
            "the bad commit is not worse than the good one: OK/s",
            record.Refusal,
            StringComparison.Ordinal
        );
        Assert.Empty(record.Steps);
        Assert.Null(record.Threshold);
        Assert.False(record.Partial);
    }

    [Fact]
    public async Task Two_causes_are_told()
    {
        SimulatedCommit[] history =
        [
            .. Enumerable
                .Range(0, 17)
                .Select(i => new SimulatedCommit(
                    i < 4 ? 1
                    : i < 12 ? 0.87
                    : 0.7
                )),
        ];

        var record = await Searches.RunAsync(history, Searches.Meter(history, 0.01, 9));

        Assert.NotNull(record.Culprit);
        Assert.Contains(record.Steps, step => step.IsPartial);
        Assert.Contains(
            BisectPage.Of(record).Sections,
            section => section.Title == "Partial: more than one cause"
        );
    }

    [Fact]
    public async Task One_commit_is_the_culprit_without_a_step_and_checked_all_the_same()
    {
        SimulatedCommit[] history = [new(1), new(0.8)];

        var record = await Searches.RunAsync(history, Searches.Meter(history, 0.01, 2));

        Assert.Empty(record.Steps);
        Assert.Equal(LineOfCommits.Hash(1), record.Culprit?.Id);
        Assert.True(record.IsConfirmed);
    }

    [Fact]
    public async Task A_culprit_that_can_not_be_checked_is_told_with_the_reason()
    {
        SimulatedCommit[] history = [new(1), new(0.8)];
        var meter = new SimulatedMeter(
            hash => history[LineOfCommits.NumberOf(hash)],
            sigma: 0.01,
            seed: 2
        )
        {
            // Those of the preflight.
            MostPairs = 10,
        };

        var record = await Searches.RunAsync(history, meter);

        Assert.Equal("steal", record.CheckFault);
        Assert.False(record.IsConfirmed || record.Partial);
        Assert.Equal(
            "CULPRIT, NOT CONFIRMED: 0000000 1970-01-02 Change 1; its parent could not be measured beside it: steal",
            BisectLines.Conclusion(record)
        );
    }

    [Fact]
    public async Task A_fault_of_the_machine_ends_the_search_and_what_was_found_is_kept()
    {
        var history = SimulatedCommit.History(culprit: 41);
        var stored = new List<BisectRecord>();
        var whole = Searches.Meter(history, 0.01, 1);
        await Searches.RunAsync(history, whole);
        var failing = new SimulatedMeter(
            hash => history[LineOfCommits.NumberOf(hash)],
            0.01,
            seed: 1
        )
        {
            MostPairs = 40,
        };

        var failure = await Assert.ThrowsAsync<MachineFaultException>(() =>
            Searches.RunAsync(history, failing, stored.Add)
        );

        Assert.Equal("steal", failure.Message);
        Assert.True(whole.Pairs > 40);
        // The beginning, the preflight of 10 pairs, and two steps of 12.
        Assert.Equal([0, 0, 1, 2], stored.Select(record => record.Steps.Count));
        Assert.True(stored[^1].Partial);
        Assert.Equal("NOTHING FOUND YET", BisectLines.Conclusion(stored[^1]));
    }

    [Fact]
    public async Task What_can_not_be_told_for_noise_is_skipped_after_twice_the_pairs()
    {
        // Between the good one and the bad one, where the threshold is.
        SimulatedCommit[] history = [new(1), new(Math.Sqrt(0.8)), new(0.8)];

        var record = await Searches.RunAsync(history, Searches.Meter(history, 0.05, 4));

        var step = Assert.Single(record.Steps);
        Assert.Equal((BisectMark.Skip, "undecided after 80 pairs"), (step.Mark, step.Why));
        Assert.Equal(2, record.Suspects.Count);
    }
}
