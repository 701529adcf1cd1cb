using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads the part <c>response</c> of a mapping.</summary>
internal static class StubResponseReader
{
    private static readonly string[] Bodies = ["body", "jsonBody", "base64Body"];

    private static readonly string[] Keys =
    [
        "status",
        "statusMessage",
        "headers",
        .. Bodies,
        "fixedDelayMilliseconds",
        "delayDistribution",
        "fault",
    ];

    private static readonly Dictionary<string, StubFault> Faults = new(StringComparer.Ordinal)
    {
        ["CONNECTION_RESET_BY_PEER"] = StubFault.ConnectionResetByPeer,
        ["EMPTY_RESPONSE"] = StubFault.EmptyResponse,
        ["MALFORMED_RESPONSE_CHUNK"] = StubFault.MalformedResponseChunk,
        ["RANDOM_DATA_THEN_CLOSE"] = StubFault.RandomDataThenClose,
    };

    public static StubResponse Read(JsonElement json, string pointer)
    {
        var response = new StubObject(json, pointer, Keys);
        var body = ReadBody(response);
        var (headers, isChunked) = StubHeadersReader.Read(response, body.Length);
        return new StubResponse
        {
            // Below 200 HTTP expects another answer to follow.
            Status = response.Integer("status", 200, 999) ?? StubResponse.Default.Status,
            StatusMessage = ReadStatusMessage(response),
            Headers = headers,
            IsChunked = isChunked,
            Body = body,
            Delay = StubDelayReader.Read(response),
            Fault = ReadFault(response),
        };
    }

    private static string? ReadStatusMessage(StubObject response) =>
        response.Text("statusMessage") is not { } message ? null
        : StubHeadersReader.IsValue(message) ? message
        : throw new StubFormatException(
            response.PointerTo("statusMessage"),
            $"has characters that are not allowed; allowed: {StubHeadersReader.AllowedValue}."
        );

    private static byte[] ReadBody(StubObject response)
    {
        switch (response.OneOf(Bodies))
        {
            case "body":
                return Encoding.UTF8.GetBytes(response.Text("body")!);
            case "jsonBody":
                var json = response.Value("jsonBody")!.Value;
                return json.ValueKind == JsonValueKind.Null ? [] : JsonText.Write(json);
            case "base64Body":
                var text = response.Text("base64Body")!;
                var bytes = new byte[text.Length];
                return Convert.TryFromBase64String(text, bytes, out var length)
                    ? bytes[..length]
                    : throw new StubFormatException(
                        response.PointerTo("base64Body"),
                        "is not valid base64."
                    );
            default:
                return [];
        }
    }

    private static StubFault? ReadFault(StubObject response) =>
        response.Text("fault") is not { } name ? null
        : Faults.TryGetValue(name, out var fault) ? fault
        : throw new StubFormatException(
            response.PointerTo("fault"),
            $"is '{name}'; supported: {string.Join(", ", Faults.Keys)}."
        );
}
