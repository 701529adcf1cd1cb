using System.Text.Json;

namespace GatewayBench;

/// <summary>The models that Anthropic's list shows; messages may name any other.</summary>
internal static class AnthropicModels
{
    private static readonly string[] Ids =
    [
        "claude-opus-4-5",
        "claude-opus-4-5-20251101",
        "claude-haiku-4-5",
        "claude-haiku-4-5-20251001",
    ];

    /// <param name="path">What follows the list's path: a slash and an id.</param>
    public static string? Find(string path) =>
        Array.Find(
            Ids,
            id => path.Length == id.Length + 1 && path.EndsWith(id, StringComparison.Ordinal)
        );

    public static void WriteList(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("data"u8);
        foreach (var id in Ids)
        {
            Write(json, id);
        }
        json.WriteEndArray();
        json.WriteBoolean("has_more"u8, false);
        json.WriteString("first_id"u8, Ids[0]);
        json.WriteString("last_id"u8, Ids[^1]);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, in string id)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "model"u8);
        json.WriteString("id"u8, id);
        json.WriteString("display_name"u8, id);
        json.WriteString("created_at"u8, "2025-01-01T00:00:00Z"u8);
        json.WriteString("lifecycle"u8, "active"u8);
        json.WriteNull("capabilities"u8);
        json.WriteNull("deprecated_at"u8);
        json.WriteNull("retires_at"u8);
        json.WriteNull("line"u8);
        json.WriteNull("max_input_tokens"u8);
        json.WriteNull("max_tokens"u8);
        json.WriteEndObject();
    }
}
