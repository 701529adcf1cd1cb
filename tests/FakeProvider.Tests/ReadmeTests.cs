using System.Net;
using System.Net.Http.Json;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>The README's few lines on the fake provider are those that are run here.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_provider_of_the_readme_answers_both_kinds_of_clients()
    {
#pragma warning disable xUnit1051 // The README's reader may have no token.
        // README: begin
        await using var provider = await FakeProvider.StartAsync(o =>
        {
            o.Latency = Delay.LogNormal(p50: "40ms", p99: "400ms"); // until the first token
            o.TokenGap = Delay.Normal(mean: "2ms", deviation: "1ms"); // from each to the next
            o.RateLimit.TokensPerMinute = 500_000;
            o.Faults.Add(Fault.Status(503), firstAttempts: 1);
            o.Faults.Add(Fault.StallAfter(5, "10s"), probability: 0.001);
            o.Replies.When("weather").CallTool("get_weather", new { city = "Oslo" }).Then("Sunny.");
        });
        var openAi = new Uri(provider.BaseAddress, "v1"); // for OpenAI's SDKs
        var anthropic = provider.BaseAddress; // for Anthropic's
        // README: end
#pragma warning restore xUnit1051

        using var http = new HttpClient();
        var stop = TestContext.Current.CancellationToken;
        foreach (var url in new[] { $"{openAi}/chat/completions", $"{anthropic}v1/messages" })
        {
            // Of its own for each, because equal messages are attempts of one request.
            var question = new
            {
                model = "m",
                max_tokens = 9,
                messages = new[] { new { role = "user", content = $"The weather at {url}?" } },
            };
            using var failed = await http.PostAsJsonAsync(url, question, stop);
            using var answered = await http.PostAsJsonAsync(url, question, stop);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
            Assert.Contains(
                "\"Sunny.\"",
                await answered.Content.ReadAsStringAsync(stop),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void The_readme_shows_what_is_run_here()
    {
        var here = Lines("tests", "FakeProvider.Tests", "ReadmeTests.cs");
        var begin = Array.FindIndex(here, line => line.Trim() == "// README: begin") + 1;
        var end = Array.FindIndex(here, line => line.Trim() == "// README: end");
        var indent = here[begin].Length - here[begin].TrimStart().Length;
        var shown = here[begin..end].Select(line => line[indent..]);

        Assert.Contains(
            $"```csharp\n{string.Join('\n', shown)}\n```\n",
            string.Join('\n', Lines("README.md")),
            StringComparison.Ordinal
        );
    }

    private static string[] Lines(params string[] path) =>
        File.ReadAllLines(Repository.PathOf(path));
}
