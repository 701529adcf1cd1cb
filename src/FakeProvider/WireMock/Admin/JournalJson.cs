using System.Text.Json;

namespace GatewayBench;

/// <summary>A journaled request, with WireMock's names.</summary>
internal static class JournalJson
{
    public static void WriteRequest(Utf8JsonWriter json, StubJournalEntry entry)
    {
        var request = entry.Request;
        json.WriteStartObject();
        json.WriteString("url"u8, request.Url);
        json.WriteString("absoluteUrl"u8, request.Origin + request.Url);
        json.WriteString("method"u8, request.Method);
        WriteNamed(json, "headers", request.Headers);
        WriteNamed(json, "cookies", request.Cookies);
        WriteQuery(json, request);
        json.WriteNumber("loggedDate"u8, entry.Came.ToUnixTimeMilliseconds());
        json.WriteString("loggedDateString"u8, entry.Came);
        json.WriteBase64String("bodyAsBase64"u8, request.Body);
        json.WriteString("body"u8, request.BodyText.Text ?? "");
        json.WriteEndObject();
    }

    private static void WriteNamed(
        Utf8JsonWriter json,
        string key,
        IReadOnlyDictionary<string, List<MatchedValue>> values
    )
    {
        json.WriteStartObject(key);
        foreach (var (name, one) in values)
        {
            json.WritePropertyName(name);
            WriteOneOrMany(json, one);
        }
        json.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter json, StubRequest request)
    {
        json.WriteStartObject("queryParams"u8);
        foreach (var (name, values) in request.Query)
        {
            json.WriteStartObject(name);
            json.WriteString("key"u8, name);
            WriteValues(json, values);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteOneOrMany(Utf8JsonWriter json, List<MatchedValue> values)
    {
        if (values is [var one])
        {
            json.WriteStringValue(one.Text);
            return;
        }
        json.WriteStartArray();
        WriteAll(json, values);
        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, List<MatchedValue> values)
    {
        json.WriteStartArray("values"u8);
        WriteAll(json, values);
        json.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter json, List<MatchedValue> values)
    {
        foreach (var value in values)
        {
            json.WriteStringValue(value.Text);
        }
    }
}
