using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Gateway.Tests;

/// <summary>What tests say about runs.</summary>
internal static class RunTalk
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        string body = """{"input":"Hi"}"""
    ) => client.PostAsync("/v1/runs", TestGateway.Json(body), Cancelled);

    /// <summary>Submits one that must be accepted, and returns its id.</summary>
    public static async Task<string> SubmittedAsync(
        this HttpClient client,
        string body = """{"input":"Hi"}"""
    )
    {
        using var response = await client.SubmitAsync(body);
        Assert.Equal(202, (int)response.StatusCode);
        return (await response.JsonAsync()).Text("id");
    }

    public static async Task<JsonElement> RunAsync(this HttpClient client, string id)
    {
        using var response = await client.GetAsync($"/v1/runs/{id}", Cancelled);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.JsonAsync();
    }

    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        this HttpClient client,
        string id,
        string? lastEventId = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/runs/{id}/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }
        using var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            Cancelled
        );
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            new MediaTypeHeaderValue("text/event-stream"),
            response.Content.Headers.ContentType
        );
        await using var body = await response.Content.ReadAsStreamAsync(Cancelled);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(Cancelled))
        {
            yield return item;
        }
    }

    /// <summary>Follows a run to its last event, and returns the run that this tells of.</summary>
    public static async Task<JsonElement> EndAsync(this HttpClient client, string id)
    {
        var events = await client.EventsAsync(id).ToListAsync(Cancelled);
        Assert.Equal("end", events[^1].EventType);
        return JsonSerializer.Deserialize<JsonElement>(events[^1].Data);
    }
}
