using System.Net;
using System.Text;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class StubMappingsTests
{
    [Fact]
    public async Task A_stub_wins_over_a_built_in_endpoint()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Stubs.AddJson(
                """
                {
                  "request": {
                    "url": "/v1/chat/completions",
                    "bodyPatterns": [{"matchesJsonPath": "$.messages[?(@.content == 'fail')]"}]
                  },
                  "response": {"status": 503, "body": "scripted"}
                }
                """
            )
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.AskAsync("fail")).StatusCode);
        await (await client.AskAsync("hello")).JsonAsync();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2_000_000)]
    public async Task A_request_that_no_stub_matches_reaches_the_endpoint_whole(int characters)
    {
        const int Window = 1_000_000;
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Models["gpt-4o"] = Window;
            o.Stubs.AddJson("""{"request":{"bodyPatterns":[{"equalTo":"x"}]}}""");
        });
        await using var plain = await ProviderClient.StartAsync(o => o.Models["gpt-4o"] = Window);
        var body = ProviderClient.Body(new string('a', characters));

        using var request = new HttpRequestMessage(HttpMethod.Post, ProviderClient.ChatPath);
        request.Content = new StringContent(body, Encoding.UTF8);
        request.Headers.TransferEncodingChunked = true;
        var chunked = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var expected = await (await plain.PostAsync(ProviderClient.ChatPath, body)).ReplyAsync();
        Assert.Equal(expected, await chunked.ReplyAsync());
        Assert.Equal(
            expected,
            await (await client.PostAsync(ProviderClient.ChatPath, body)).ReplyAsync()
        );
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.Stubs.AddJson("{}");
            o.MaxRequestBodyBytes = 10;
        });

        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await client.PostAsync("a", "12345678901")).StatusCode
        );
    }

    [Fact]
    public async Task A_stubs_delay_is_waited_by_the_providers_clock()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = clock;
            o.Stubs.AddJson("""{"response":{"body":"x","fixedDelayMilliseconds":300}}""");
        });

        var timersBefore = clock.PendingTimers;
        var answer = client.Http.GetStringAsync(
            new Uri("a", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        await Eventually.TrueAsync(() => clock.PendingTimers > timersBefore);
        clock.Advance(TimeSpan.FromMilliseconds(299));
        Assert.True(clock.PendingTimers > timersBefore);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("x", await answer);
    }

    [Fact]
    public async Task A_scenarios_state_is_given_to_one_request_only()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Stubs.AddJson(
                """
                {"mappings": [
                  {"request":{"url":"/a"},"response":{"body":"rest"}},
                  {"priority":1,"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"gone",
                   "request":{"url":"/a"},"response":{"body":"first"}}
                ]}
                """
            )
        );

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    client.Http.GetStringAsync(
                        new Uri("a", UriKind.Relative),
                        TestContext.Current.CancellationToken
                    )
                )
        );

        Assert.Equal(1, answers.Count(answer => answer == "first"));
        Assert.Equal(199, answers.Count(answer => answer == "rest"));
    }
}
