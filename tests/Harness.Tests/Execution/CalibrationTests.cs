using GatewayBench.Tests.Targets;

namespace GatewayBench.Tests.Execution;

/// <summary>What is loaded beside a row must neither lose the row nor hold the run up.</summary>
public sealed class CalibrationTests
{
    private static readonly RunOptions Options = Runs.Options with { Calibrate = true };

    [Fact]
    public async Task The_client_is_loaded_alone_after_its_row_and_a_row_without_provider_has_no_ceiling()
    {
        await using var gateway = SampleGateway.WithoutProvider();
        var alone = 0;
        var scenario = Scenario.Http(
            "GET /health/live",
            user =>
            {
                var request = user.Get("/health/live");
                // The canned replies come from a host of another name.
                Interlocked.Add(ref alone, request.RequestUri!.Host == "localhost" ? 1 : 0);
                return request;
            }
        );

        var row = await Runs.RowAsync(gateway, scenario, 2, Options);

        Assert.True(alone > 0);
        Assert.True(row.Trust.GeneratorShare is null or (> 0 and <= 1));
        Assert.Null(row.Trust.ProviderCeiling);
    }

    [Fact]
    public async Task A_scenario_that_can_not_use_somebody_elses_reply_keeps_its_row()
    {
        await using var gateway = SampleGateway.WithoutProvider();
        // The canned replies come from a host of another name.
        var picky = Scenario.Http(
            "picky",
            user =>
            {
                var request = user.Get("/health/live");
                return request.RequestUri!.Host == "localhost"
                    ? throw new FormatException("not my gateway")
                    : request;
            }
        );

        var row = await Runs.AnsweredRowAsync(gateway, picky, 1, Options);

        Assert.True(row.Successes > 0);
        Assert.Null(row.Trust.GeneratorShare);
    }

    [Fact]
    public async Task A_cold_open_load_that_is_cancelled_before_it_began_ends()
    {
        using var cancel = new CancellationTokenSource();
        await using var provider = await FakeProvider.StartAsync(
            o => o.Latency = Delay.None,
            TestContext.Current.CancellationToken
        );
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, configKey: "OpenAI:Endpoint");
        var calls = 0;
        // The checked exchange is the first; the next is the provider's calibration.
        var scenario = GatewayScenarios
            .Chat()
            .Check(
                "cancels",
                _ =>
                {
                    if (Interlocked.Increment(ref calls) == 1)
                    {
                        cancel.CancelAfter(TimeSpan.FromMilliseconds(100));
                    }
                    return true;
                }
            );

        var result = await LoadRunner
            .RunAsync(gateway, scenario, Load.Constant(10, "1h"), Options, cancel.Token)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(result.Partial);
    }
}
