using GatewayBench.ProvingGround;

namespace GatewayBench.EndToEnd;

/// <summary>That it counts and reports; what the diagnosis finds, half an hour of load tells.</summary>
public sealed class ProvingGroundTests
{
    private const string Documented = "dotnet run --project eng/ProvingGround -c Release";

    private static readonly string[] Names = ["provider_limit", "timeouts", "healthy-ramp"];

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public async Task Trials_that_were_kept_are_counted_and_written_into_the_page()
    {
        using var folder = new ScratchFolder();
        var kept = Path.Combine(folder.Path, "kept.jsonl");
        var file = new GroundFile(kept);
        file.Add(Trial("provider_limit", "provider_limit", "cpu"));
        file.Add(Trial("timeouts", "timeouts") with { Commit = "another" });
        file.Add(Trial("timeouts"));
        file.Add(Trial("healthy-ramp", "cpu"));

        await MeasuringProgram.RequireTableAsync(
            "ProvingGround",
            $"{string.Join(' ', Names)} --seed 1 --trials 1 --controls 1 --keep {kept}",
            @"provider_limit +\| +1 \| +provider_limit 1 \| +cpu 1",
            @"timeouts +\| +1 \| +no suspect 1 \| +",
            @"healthy-ramp +\| +1 \| +cpu 1 \| +"
        );
    }

    /// <summary>Reference values are of the binomial, added up term by term and bisected.</summary>
    [Theory]
    [InlineData(0, 36, 0, 0.0973938)]
    [InlineData(3, 3, 0.2924018, 1)]
    [InlineData(76, 78, 0.9104267, 0.9968795)]
    public void What_a_share_leaves_open_is_exact(int count, int all, double least, double most)
    {
        var interval = Proportion.Interval(count, all);

        Assert.Equal(least, interval.Least, 6);
        Assert.Equal(most, interval.Most, 6);
    }

    [Fact]
    public async Task Without_arguments_all_are_tried_with_seeds_that_no_rule_was_tuned_with()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<GroundPlan>(
            new GroundOptions().Command,
            ""
        );

        Assert.Equal(Faults.All, plan.Faults);
        Assert.Equal((2_000, 3), (plan.FirstSeed, plan.Trials));
        Assert.True(plan.All.Count(trial => trial.Fault.IsHealthy) >= 30);
        Assert.Null(plan.Judge);
        Assert.Null(page);
    }

    [Theory]
    [InlineData("--seed -1", "--seed is '-1'; allowed: 0 to 1,000,000.")]
    [InlineData("--trials 0", "--trials is '0'; allowed: 1 to 1,000.")]
    [InlineData("--controls 1001", "--controls is '1001'; allowed: 0 to 1,000.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<GroundPlan>(new GroundOptions().Command, arguments, reason);

    [Fact]
    public void No_report_of_a_trial_is_an_error_and_no_success()
    {
        using var folder = new ScratchFolder();

        var error = Assert.Throws<InvalidDataException>(() =>
            StoredTrials.Judge(folder.Path, Faults.All)
        );

        Assert.Equal($"'{folder.Path}' holds no report of these trials.", error.Message);
    }

    [Fact]
    public void A_line_that_is_no_trial_is_an_error()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "kept.jsonl");
        File.WriteAllText(path, "half a li");

        var error = Assert.Throws<InvalidDataException>(() => new GroundFile(path).Read());

        Assert.Equal($"'{path}' holds a line that is no trial: half a li", error.Message);
    }

    [Theory]
    [InlineData(10, 1, true)]
    [InlineData(9, 2, false)]
    public void Nine_in_ten_must_be_right(int right, int wrong, bool isMet)
    {
        var records = Enumerable
            .Repeat(Trial("timeouts", "timeouts"), right)
            .Concat(Enumerable.Repeat(Trial("timeouts", "cpu", "timeouts"), wrong));

        Assert.Equal(isMet, Score(records).IsMet);
    }

    [Fact]
    public void A_suspect_of_one_healthy_gateway_is_one_too_many()
    {
        var score = Score([Trial("healthy-ramp"), Trial("healthy-ramp", "cpu")]);

        Assert.Equal((1, 2), (score.FalseAlarms, score.Healthy));
        Assert.False(score.IsMet);
    }

    [Fact]
    public void A_fault_that_is_found_once_in_three_is_missed_however_many_others_are_found()
    {
        var score = Score([
            .. Enumerable.Repeat(Trial("provider_limit", "provider_limit"), 97),
            Trial("timeouts", "timeouts"),
            Trial("timeouts"),
            Trial("timeouts"),
        ]);

        Assert.Equal("timeouts", Assert.Single(score.Missed).Name);
        Assert.False(score.IsMet);
    }

    [Fact]
    public void A_seed_draws_the_same_again_and_another_draws_another()
    {
        double Size(ulong seed) => new Dice(seed, "cpu").Size(1, 9);

        Assert.Equal(Size(1), Size(1));
        Assert.NotEqual(Size(1), Size(2));
        Assert.InRange(Size(1), 1, 9);
    }

    private static GroundScore Score(IEnumerable<TrialRecord> records) =>
        new([.. Faults.All.Where(fault => Names.Contains(fault.Name))], [.. records]);

    private static TrialRecord Trial(string fault, params IEnumerable<string> suspects) =>
        new(fault, 1, [.. suspects.Select(name => new NamedSuspect(name, 5, ""))]);
}
