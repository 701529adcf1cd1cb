using GatewayBench.ProfileTruth;

namespace GatewayBench.EndToEnd;

/// <summary>That it runs and prints; how near it comes is measured on a machine at rest.</summary>
public sealed class ProfileTruthTests
{
    private const string Documented = "dotnet run --project eng/ProfileTruth -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public Task It_prints_what_was_found_beside_what_is_so() =>
        MeasuringProgram.RequireTableAsync(
            "ProfileTruth",
            "refuse --runs 1 --seconds 1",
            @"breakpoint, refuse, run 1 +\| +\d+ held, (\d+|none) failed +\| +53, at most 10\.0 % off +\| +(met|MISSED)"
        );

    [Theory]
    [InlineData("spikes", "part is 'spikes'; allowed: queue, provider, refuse, spike, leak.")]
    [InlineData("--runs 0", "--runs is '0'; allowed: 1 to 100.")]
    [InlineData("--seconds 0", "--seconds is '0'; allowed: 1 to 3,600.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<TruthPlan>(new TruthOptions().Command, arguments, reason);

    [Fact]
    public void Its_edges_follow_from_the_slots() =>
        Assert.Equal((75, 53), (Edge.Queue.Users, Edge.Refuse.Users));
}
