namespace GatewayBench.LoadBaseline;

public sealed class SampleGatewayTests(ITestOutputHelper output)
{
    [LoadFact]
    public async Task Baseline_of_the_sample_gateway()
    {
        var settings = LoadSettings.FromEnvironment();
        await using var gateways = new Gateways(settings.Seed);
        var rows = await BaselineRows.SelectAsync(settings, gateways);

        var result = await LoadRunner.RunAsync(rows, output, "sample-gateway");

        result.ShouldSucceed();
    }
}
