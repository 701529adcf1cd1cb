using System.Text.Json;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>Where OpenAI's responses have a form of their own.</summary>
public sealed class ResponsesFaultTests
{
    [Fact]
    public async Task An_error_event_has_its_type_and_the_next_number()
    {
        var events = await EventsAsync(Fault.ErrorAfter(4));

        Assert.Equal(5, events.Length);
        const string Start = "event: error\ndata: ";
        Assert.StartsWith(Start, events[^1], StringComparison.Ordinal);
        var error = JsonDocument.Parse(events[^1][Start.Length..]).RootElement;
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal("server_error", error.GetProperty("code").GetString());
        Assert.Equal(4, error.GetProperty("sequence_number").GetInt32());
    }

    [Fact]
    public async Task Without_its_last_event_the_response_is_never_complete()
    {
        var sound = await EventsAsync();
        Assert.StartsWith("event: response.completed\n", sound[^1], StringComparison.Ordinal);

        var events = await EventsAsync(Fault.NoDone());

        Assert.Equal(sound.Length - 1, events.Length);
        Assert.StartsWith(
            "event: response.output_item.done\n",
            events[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_usage_no_event_names_it()
    {
        var events = await EventsAsync(Fault.NoUsage());

        Assert.Equal((await EventsAsync()).Length, events.Length);
        Assert.DoesNotContain(events, e => e.Contains("\"usage\"", StringComparison.Ordinal));
    }

    private static async Task<string[]> EventsAsync(Fault? fault = null)
    {
        await using var faulty = await FaultyProvider.StartAsync(fault);
        using var client = new HttpClient { BaseAddress = faulty.Provider.BaseAddress };
        using var request = new StringContent("""{"model":"m","input":"hello","stream":true}""");
        using var response = await client.PostAsync(
            "v1/responses",
            request,
            TestContext.Current.CancellationToken
        );
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
