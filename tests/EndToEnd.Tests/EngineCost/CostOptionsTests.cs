using GatewayBench.EngineCost;

namespace GatewayBench.EndToEnd;

public sealed class CostOptionsTests
{
    [Fact]
    public async Task Without_arguments_everything_is_measured_as_it_is_stated()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<CostPlan>(
            new CostOptions().Command,
            ""
        );

        Assert.Equal(Part.All, plan.Parts);
        Assert.Equal((20, 10_000_000, 20_000), (plan.Seconds, plan.Hits, plan.Users));
        Assert.Null(page);
    }

    [Fact]
    public async Task A_run_can_be_cut_down()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<CostPlan>(
            new CostOptions().Command,
            "users heap --seconds 1 --hits 100 --users 5 --write a.md"
        );

        Assert.Equal(["users", "heap"], plan.Parts.Select(part => part.Name));
        Assert.Equal((1, 100, 5), (plan.Seconds, plan.Hits, plan.Users));
        Assert.Equal("a.md", page);
    }

    [Theory]
    [InlineData("heat", "part is 'heat'; allowed: pacing, heap, users.")]
    [InlineData("--seconds 0", "--seconds is '0'; allowed: 1 to 3,600.")]
    [InlineData("--hits 99", "--hits is '99'; allowed: 100 to 1,000,000,000.")]
    [InlineData("--users many", "--users is 'many'; allowed: 1 to 200,000.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<CostPlan>(new CostOptions().Command, arguments, reason);
}
