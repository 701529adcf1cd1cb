namespace GatewayBench.Tests.Execution;

/// <summary>Short runs for tests: no warm-up unless asked for, no lock, no reports.</summary>
internal static class Runs
{
    public static readonly Scenario Get = Scenario.Http("GET /", user => user.Get("/"));

    public static RunOptions Options { get; } =
        new()
        {
            WarmUpCap = TimeSpan.Zero,
            Calibrate = false,
            Exclusive = false,
        };

    public static async Task<RowResult> RowAsync(
        ITarget target,
        Scenario? scenario = null,
        int users = 1,
        RunOptions? options = null
    )
    {
        var result = await LoadRunner.RunAsync(
            target,
            scenario ?? Get,
            Load.Closed(users, TimeSpan.FromMilliseconds(100)),
            options ?? Options,
            TestContext.Current.CancellationToken
        );
        return Assert.Single(result.Rows);
    }
}
