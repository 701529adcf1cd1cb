using GatewayBench.VerdictPower;

namespace GatewayBench.EndToEnd;

public sealed class VerdictPowerTests
{
    private const string Documented = "dotnet run --project eng/VerdictPower -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public Task It_prints_every_sigma_and_writes_them_into_the_page() =>
        MeasuringProgram.RequireTableAsync(
            "VerdictPower",
            "--comparisons 400 --seed 1",
            @"5\.00 % +\| +[01]\.\d\d % \| +9\d\.\d\d % +\| .*",
            @"10\.00 % +\| +\d+\.\d\d % +\| +\d+\.\d\d % +\| +\d+\.\d\d % +\| .*"
        );

    [Fact]
    public async Task Without_arguments_ten_thousand_comparisons_are_simulated()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<PowerPlan>(
            new PowerOptions().Command,
            ""
        );

        Assert.Equal(new PowerPlan(10_000, 42), plan);
        Assert.Null(page);
    }

    [Theory]
    [InlineData("--comparisons 99", "--comparisons is '99'; allowed: 100 to 1,000,000.")]
    [InlineData("--seed -1", "--seed is '-1'; allowed: 0 to 2,147,483,647.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<PowerPlan>(new PowerOptions().Command, arguments, reason);
}
