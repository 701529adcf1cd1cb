using System.Net.Http.Json;
using GatewayBench;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

/// <summary>An ordinary test with the fake provider, which a plain <c>dotnet test</c> runs.</summary>
public sealed class AskTests
{
    [Fact]
    public async Task Ask_answers_with_the_words_of_the_model()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var provider = await FakeProvider.StartAsync(
            o =>
            {
                o.Latency = Delay.None;
                o.Replies.When("weather").Then("It is sunny.");
            },
            stop
        );
        await using var gateway = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("OpenAI:Endpoint", $"{provider.BaseAddress}v1")
        );
        using var client = gateway.CreateClient();

        using var response = await client.PostAsJsonAsync(
            "/api/ask",
            new { text = "What is the weather?" },
            stop
        );

        Assert.Contains("It is sunny.", await response.Content.ReadAsStringAsync(stop));
    }
}
