using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>Keeps the body of what the provider is asked last, and answers it as scripted before.</summary>
internal sealed class SentRequest
{
    public SentRequest(Upstream upstream)
    {
        var answer = upstream.Chat;
        upstream.Chat = async context =>
        {
            Body = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            await answer(context);
        };
    }

    public JsonElement Body { get; private set; }

    /// <summary>One field of the body as JSON, or null if it wasn't sent.</summary>
    public string? this[string field] =>
        Body.TryGetProperty(field, out var value) ? value.GetRawText() : null;
}
