using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>One server-sent event.</summary>
/// <param name="Name">Empty if it has none.</param>
/// <param name="Data">As text.</param>
internal sealed record ServerEvent(string Name, string Data)
{
    public JsonElement Json => JsonDocument.Parse(Data).RootElement;

    /// <summary>Reads a whole stream, strictly: an event is a name line at most and one data line.</summary>
    public static async Task<IReadOnlyList<ServerEvent>> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
        return [.. text[..^2].Split("\n\n").Select(Parse)];
    }

    private static ServerEvent Parse(string frame)
    {
        var lines = frame.Split('\n');
        var name = lines.Length > 1 ? After("event: ", lines[0]) : "";
        Assert.InRange(lines.Length, 1, 2);
        return new ServerEvent(name, After("data: ", lines[^1]));
    }

    private static string After(string prefix, string line)
    {
        Assert.StartsWith(prefix, line, StringComparison.Ordinal);
        return line[prefix.Length..];
    }
}
