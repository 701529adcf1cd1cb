using System.Text.Json;

namespace Gateway.Tests;

/// <summary>One server-sent event; a comment is named by its colon.</summary>
internal sealed record SentEvent(string Name, string Data)
{
    public JsonElement Json => JsonDocument.Parse(Data).RootElement;
}
