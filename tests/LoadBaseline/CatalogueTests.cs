namespace GatewayBench.LoadBaseline;

/// <summary>Every row in short, as most are left out of the baseline unless asked for.</summary>
public sealed class CatalogueTests : IAsyncDisposable
{
    private static readonly LoadSettings _settings = new();

    private readonly Gateways _gateways = new(_settings.Seed);

    public ValueTask DisposeAsync() => _gateways.DisposeAsync();

    public static TheoryData<string> Names()
    {
        var rows = Catalogue.Of(_settings, new Gateways(_settings.Seed));
        // Documents by the hundred thousand take long to index, and are searched like fewer.
        return [.. rows.Select(row => row.Name).Where(name => name != "search-100k")];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_gateway_starts_and_answers_its_scenario(string name)
    {
        var row = Catalogue.Of(_settings, _gateways).Single(row => row.Name == name);
        var options = new RunOptions
        {
            WarmUpCap = TimeSpan.Zero,
            Calibrate = false,
            Exclusive = false,
        };

        var result = await LoadRunner.RunAsync(
            await row.Gateway(),
            row.Scenario,
            Load.Closed(2, "200ms"),
            options,
            TestContext.Current.CancellationToken
        );

        var ran = Assert.Single(result.Rows);
        Assert.Empty(ran.Errors.Keys.Except(row.Scenario.Expected));
    }
}
