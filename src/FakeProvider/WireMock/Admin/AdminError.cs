using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>What the admin API refuses, in WireMock's form.</summary>
internal sealed record AdminError(
    int Status,
    int Code,
    string Title,
    string Detail,
    string? Pointer
)
{
    public static AdminError Forbidden { get; } =
        new(
            StatusCodes.Status403Forbidden,
            0,
            "The admin API is off",
            "Other machines can reach this provider (AllowRemoteClients); Stubs.AllowRemoteAdmin "
                + "allows it all the same.",
            null
        );

    public static AdminError NoJournal { get; } =
        new(
            StatusCodes.Status400BadRequest,
            0,
            "There is no request journal",
            "Requests are kept from the first stub on, unless Stubs.JournalSize is 0.",
            null
        );

    public static AdminError BadJson(StubFormatException e) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            10,
            "Error parsing JSON",
            e.Message,
            e.Pointer.Length == 0 ? "/" : e.Pointer
        );

    public static AdminError NoUuid(string text) =>
        new(
            StatusCodes.Status400BadRequest,
            10,
            $"{text} is not a valid UUID",
            "A mapping's path ends with its id.",
            null
        );

    public static AdminError NoQuery(string query) =>
        new(
            StatusCodes.Status400BadRequest,
            0,
            "Query parameters are not supported",
            $"The query is '{query}'; allowed: none.",
            null
        );

    public static AdminError Refused(StubRefusal refusal, Guid id) =>
        refusal == StubRefusal.DuplicateId
            ? new(
                StatusCodes.Status422UnprocessableEntity,
                109,
                "Duplicate stub mapping ID",
                $"The id {id} is already taken by another stub mapping.",
                null
            )
            : new(
                StatusCodes.Status422UnprocessableEntity,
                0,
                "Too many stub mappings",
                $"There are {StubStore.Most} already, which is the most; delete some.",
                null
            );

    public void Write(HttpResponse response) => AdminJson.Write(response, this, WriteTo, Status);

    private static void WriteTo(Utf8JsonWriter json, in AdminError error)
    {
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        json.WriteStartObject();
        json.WriteNumber("code"u8, error.Code);
        if (error.Pointer is { } pointer)
        {
            json.WriteStartObject("source"u8);
            json.WriteString("pointer"u8, pointer);
            json.WriteEndObject();
        }
        json.WriteString("title"u8, error.Title);
        json.WriteString("detail"u8, error.Detail);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
