using GatewayBench.OverheadTruth;

namespace GatewayBench.EndToEnd;

/// <summary>That the measurement runs and prints; whether intervals hold what is there is for a machine at rest.</summary>
public sealed class OverheadTruthTests
{
    private const string Documented = "dotnet run --project eng/OverheadTruth -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public Task It_prints_every_run_and_writes_them_into_the_page() =>
        MeasuringProgram.RequireTableAsync(
            "OverheadTruth",
            "--runs 2 --pairs 20",
            @"provider 1: 500\.0 us +\| +[-\d,.]+ us \([-\d,.]+ us to [-\d,.]+ us\) \| +\| +",
            @"provider 2: 1,000\.0 us +\| +[-\d,.]+ us \([-\d,.]+ us to [-\d,.]+ us\) \| +\| +",
            @"provider: held +\| +[012] of 2 \| +at least 2 of 2 \| +(met|MISSED)",
            @"gateway 2: 1,000\.0 us +\| +[-\d,.]+ us \([-\d,.]+ us to [-\d,.]+ us\) \| +\| +",
            @"gateway: held +\| +[012] of 2 \| +at least 2 of 2 \| +(met|MISSED)"
        );

    [Fact]
    public async Task Without_arguments_twenty_runs_of_each_part_are_measured()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<TruthPlan>(
            new TruthOptions().Command,
            ""
        );

        Assert.Equal((20, 400), (plan.Runs, plan.Pairs));
        Assert.Equal(["provider", "gateway"], plan.Parts.Select(part => part.Name));
        Assert.Null(page);
    }

    [Theory]
    [InlineData("proxy", "part is 'proxy'; allowed: provider, gateway.")]
    [InlineData("--runs 0", "--runs is '0'; allowed: 1 to 1,000.")]
    [InlineData("--pairs 19", "--pairs is '19'; allowed: 20 to 100,000.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<TruthPlan>(new TruthOptions().Command, arguments, reason);

    [Fact]
    public void Of_two_neighbours_only_the_delay_is_left()
    {
        // A gateway that adds 300 us, and 1,000 us more to the second of two, or to the first.
        double[] deltas = [300, 1_300, 310, 1_310, 1_290, 290];
        bool[] isInjected = [false, true, false, true, true, false];

        Assert.Equal([1_000, 1_000, 1_000], SlowedGateway.OfTwo(deltas, isInjected));
    }
}
