namespace GatewayBench.LoadBaseline;

/// <summary>
/// Ten minutes of mixed load on the sample gateway. Nobody gets it who doesn't ask for it:
/// <c>dotnet test --filter Category=Soak</c>.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output) : IDisposable
{
    private const int Users = 32;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soak-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Explicit = true)]
    [Trait("Category", "Soak")]
    public async Task Every_accepted_turn_is_stored_exactly_once_and_nothing_grows()
    {
        var settings = LoadSettings.FromEnvironment();
        settings.RefuseGiven("the soak test has a mix of its own", Variables.Rows);
        var load = LoadOf(settings);
        var store = new SoakStore(PathOf("soak.db"));
        using var accepted = new AcceptedTurns(PathOf("accepted"));
        await using var gateways = new Gateways(settings.Seed);
        var gateway = (await gateways.StreamingAsync())
            .UseSetting("Store:ConnectionString", store.ConnectionString)
            .UseTransport(settings.Transport)
            .UsePort(settings.Port);

        var running = LoadRunner.RunAsync(
            [new Row(gateway, SoakTraffic.Noting(accepted), load)],
            output,
            "soak"
        );
        // What the process holds while it waits for its turn on the machine says nothing.
        await Task.WhenAny(running, accepted.First);
        var growth = Growth.Of(await new GrowthWatch(load.Duration).UntilAsync(running));
        var result = await running;
        await gateway.DisposeAsync();

        var turns = ExactlyOnce.Of(accepted.Read(), store.Turns());
        output.WriteLine($"{turns}");
        foreach (var figure in growth)
        {
            output.WriteLine($"{figure}");
        }
        result.ShouldSucceed(maxErrors: 0);
        Assert.True(turns.Accepted > 0 && turns.Holds, $"{turns}");
        Assert.Empty(turns.Unasked);
        Assert.DoesNotContain(growth, figure => figure.HasGrown);
    }

    private static Load LoadOf(LoadSettings settings) =>
        settings.Apply(Load.Closed(Users, TimeSpan.FromMinutes(10))) is [var one]
            ? one
            : throw new SettingException(
                Variables.Concurrency,
                string.Join(',', settings.Concurrency),
                "one number of users"
            );

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
