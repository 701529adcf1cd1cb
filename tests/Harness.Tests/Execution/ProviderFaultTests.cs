namespace GatewayBench.Tests.Execution;

/// <summary>The provider's faults, as a load sees them that calls it without a gateway.</summary>
public sealed class ProviderFaultTests
{
    [Theory]
    [InlineData("status(503)", Outcome.Http5xx)]
    [InlineData("retry-after(429, 99999999)", Outcome.RateLimited)]
    [InlineData("reset", Outcome.Reset)]
    [InlineData("reset-after(3)", Outcome.TruncatedStream)]
    [InlineData("cut-after(3)", Outcome.TruncatedStream)]
    [InlineData("content-length(+100)", Outcome.TruncatedStream)]
    [InlineData("end-after(3)", Outcome.BadBody)]
    [InlineData("no-done", Outcome.BadBody)]
    public async Task Each_has_the_class_of_what_it_breaks(string fault, Outcome expected)
    {
        await using var provider = await StartAsync(fault);

        var row = await Runs.AnsweredRowAsync(TargetOf(provider), Streamed);

        var hit = Assert.Single(provider.GetStatistics().Faults).Value;
        Assert.Equal([expected], row.Errors.Keys);
        Assert.InRange(row.Errors[expected], 1, hit);
    }

    [Theory]
    [InlineData("reset-after(3)", Outcome.TruncatedStream)]
    [InlineData("cut-after(3)", Outcome.TruncatedStream)]
    [InlineData("end-after(3)", Outcome.TruncatedStream)]
    [InlineData("no-done", Outcome.TruncatedStream)]
    [InlineData("malformed-after(3)", Outcome.BadBody)]
    [InlineData("error-after(3)", Outcome.StreamError)]
    [InlineData("stall-after(5, 1h)", Outcome.StalledStream)]
    [InlineData("status(429)", Outcome.RateLimited)]
    public async Task Each_has_the_class_of_what_it_does_to_a_stream(string fault, Outcome expected)
    {
        await using var provider = await StartAsync(fault);

        var row = await Runs.AnsweredRowAsync(
            TargetOf(provider),
            GatewayScenarios.OpenAiStreamedChat().StallAfter("500ms"),
            // The one that stalls ends only by the clock.
            answers: 1
        );

        Assert.Equal([expected], row.Errors.Keys);
        Assert.True(row.Samples.ContainsKey(expected));
        Assert.Equal(row.Successes, row.Streams!.Turns);
    }

    private static Task<FakeProvider> StartAsync(string fault) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                // The checked exchange, which is the first, passes.
                options.Faults.Add(FaultRule.Parse($"{fault}@every:2"));
            },
            TestContext.Current.CancellationToken
        );

    private static RemoteTarget TargetOf(FakeProvider provider) =>
        new(provider.BaseAddress.OriginalString);

    private static Scenario Streamed { get; } =
        Scenario
            .Http(
                "streamed",
                user =>
                    user.PostJson(
                        "/v1/chat/completions",
                        new
                        {
                            model = "m",
                            stream = true,
                            messages = new[] { new { role = "user", content = user.NextPrompt() } },
                        }
                    )
            )
            .Check("is whole", reply => reply.Body.EndsWith("data: [DONE]\n\n"u8));
}
