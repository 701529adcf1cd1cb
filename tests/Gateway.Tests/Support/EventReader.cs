namespace Gateway.Tests;

/// <summary>Reads server-sent events as they come, strictly: a name line at most, and one data line.</summary>
internal sealed class EventReader(HttpResponseMessage response, Stream body) : IDisposable
{
    private readonly StreamReader _lines = new(body);

    public HttpResponseMessage Response => response;

    /// <summary>Posts a body, and reads its answer as it comes.</summary>
    public static async Task<EventReader> PostAsync(
        HttpClient client,
        string path,
        string body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = TestGateway.Json(body);
        var response = await client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        return new(response, await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    /// <returns>Null at the end of the stream.</returns>
    public async Task<SentEvent?> NextAsync()
    {
        if (await LineAsync() is not { } line)
        {
            return null;
        }
        var name = "";
        if (line.StartsWith(':'))
        {
            Assert.Equal("", await LineAsync());
            return new(":", line[1..].Trim());
        }
        if (line.StartsWith("event: ", StringComparison.Ordinal))
        {
            name = line["event: ".Length..];
            line = await LineAsync();
        }
        Assert.StartsWith("data: ", line, StringComparison.Ordinal);
        Assert.Equal("", await LineAsync());
        return new(name, line!["data: ".Length..]);
    }

    public async Task<IReadOnlyList<SentEvent>> RestAsync()
    {
        var events = new List<SentEvent>();
        while (await NextAsync() is { } next)
        {
            events.Add(next);
        }
        return events;
    }

    public void Dispose()
    {
        _lines.Dispose();
        response.Dispose();
    }

    private ValueTask<string?> LineAsync() =>
        _lines.ReadLineAsync(TestContext.Current.CancellationToken);
}
