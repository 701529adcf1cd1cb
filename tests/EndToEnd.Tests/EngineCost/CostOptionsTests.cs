using GatewayBench.EngineCost;

namespace GatewayBench.EndToEnd;

public sealed class CostOptionsTests
{
    private CostPlan? _plan;
    private string? _page;

    [Fact]
    public async Task Without_arguments_everything_is_measured_as_it_is_stated()
    {
        await ReadAsync("");

        Assert.Equal(Part.All, _plan!.Parts);
        Assert.Equal((20, 10_000_000, 20_000), (_plan.Seconds, _plan.Hits, _plan.Users));
        Assert.Null(_page);
    }

    [Fact]
    public async Task A_run_can_be_cut_down()
    {
        await ReadAsync("users heap --seconds 1 --hits 100 --users 5 --write a.md");

        Assert.Equal(["users", "heap"], _plan!.Parts.Select(part => part.Name));
        Assert.Equal((1, 100, 5), (_plan.Seconds, _plan.Hits, _plan.Users));
        Assert.Equal("a.md", _page);
    }

    [Theory]
    [InlineData("heat", "part is 'heat'; allowed: pacing, heap, users.")]
    [InlineData("--seconds 0", "--seconds is '0'; allowed: 1 to 3,600.")]
    [InlineData("--hits 99", "--hits is '99'; allowed: 100 to 1,000,000,000.")]
    [InlineData("--users many", "--users is 'many'; allowed: 1 to 200,000.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    )
    {
        var errors = new CostOptions().Command((_, _, _) => Task.FromResult(0)).Parse(arguments);

        Assert.StartsWith(reason, Assert.Single(errors.Errors).Message, StringComparison.Ordinal);
    }

    private async Task ReadAsync(string arguments)
    {
        var command = new CostOptions().Command(
            (plan, page, _) =>
            {
                (_plan, _page) = (plan, page);
                return Task.FromResult(0);
            }
        );
        await command
            .Parse(arguments)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
