using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The answers of the admin API, with WireMock's names.</summary>
internal static class AdminJson
{
    public static void Write<T>(
        HttpResponse response,
        in T value,
        JsonResponse.Writing<T> write,
        int status = StatusCodes.Status200OK
    ) => JsonResponse.Write(response, status, value, write);

    public static void WriteNothing(HttpResponse response) =>
        JsonResponse.Write(response, StatusCodes.Status200OK, "{}"u8);

    public static void WriteMapping(Utf8JsonWriter json, in Stub stub)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, stub.Id);
        json.WriteString("uuid"u8, stub.Id);
        foreach (var property in stub.Json.EnumerateObject())
        {
            if (property.Name is not ("id" or "uuid"))
            {
                property.WriteTo(json);
            }
        }
        json.WriteEndObject();
    }

    public static void WriteMappings(Utf8JsonWriter json, in Stub[] stubs)
    {
        json.WriteStartObject();
        json.WriteStartArray("mappings"u8);
        foreach (var stub in stubs)
        {
            WriteMapping(json, stub);
        }
        json.WriteEndArray();
        WriteTotal(json, stubs.Length);
        json.WriteEndObject();
    }

    public static void WriteScenarios(
        Utf8JsonWriter json,
        in List<(string Name, string State, string[] Possible)> scenarios
    )
    {
        json.WriteStartObject();
        json.WriteStartArray("scenarios"u8);
        foreach (var (name, state, possible) in scenarios)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, name);
            json.WriteString("name"u8, name);
            json.WriteString("state"u8, state);
            json.WriteStartArray("possibleStates"u8);
            foreach (var one in possible)
            {
                json.WriteStringValue(one);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteJournal(
        Utf8JsonWriter json,
        in (StubJournalEntry[] Entries, bool IsDisabled) journal
    )
    {
        json.WriteStartObject();
        json.WriteStartArray("requests"u8);
        foreach (var entry in journal.Entries)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, entry.Id);
            json.WritePropertyName("request"u8);
            JournalJson.WriteRequest(json, entry);
            json.WriteBoolean("wasMatched"u8, entry.Stub is not null);
            if (entry.Stub is { } stub)
            {
                json.WritePropertyName("stubMapping"u8);
                WriteMapping(json, stub);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteTotal(json, journal.Entries.Length);
        json.WriteBoolean("requestJournalDisabled"u8, journal.IsDisabled);
        json.WriteEndObject();
    }

    public static void WriteFound(Utf8JsonWriter json, in List<StubJournalEntry> entries)
    {
        json.WriteStartObject();
        json.WriteStartArray("requests"u8);
        foreach (var entry in entries)
        {
            JournalJson.WriteRequest(json, entry);
        }
        json.WriteEndArray();
        json.WriteBoolean("requestJournalDisabled"u8, false);
        json.WriteEndObject();
    }

    public static void WriteCount(Utf8JsonWriter json, in int count)
    {
        json.WriteStartObject();
        json.WriteNumber("count"u8, count);
        json.WriteBoolean("requestJournalDisabled"u8, false);
        json.WriteEndObject();
    }

    private static void WriteTotal(Utf8JsonWriter json, int total)
    {
        json.WriteStartObject("meta"u8);
        json.WriteNumber("total"u8, total);
        json.WriteEndObject();
    }
}
