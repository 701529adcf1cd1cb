using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads WireMock's stub mappings.</summary>
internal static class StubReader
{
    private static readonly string[] Keys =
    [
        "id",
        "uuid",
        "name",
        "request",
        "response",
        "priority",
        "persistent",
        "scenarioName",
        "requiredScenarioState",
        "newScenarioState",
        "metadata",
    ];

    /// <summary>A file: one mapping, or <c>{"mappings": [...]}</c>.</summary>
    /// <exception cref="StubFormatException">It cannot be taken as it is.</exception>
    public static List<Stub> ReadFile(JsonElement json)
    {
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("mappings", out var list)
        )
        {
            return [Read(json, isSaved: true)];
        }
        _ = new StubObject(json, "", ["mappings"]);
        StubObject.Require(list, "/mappings", JsonValueKind.Array, "an array of mappings");
        return
        [
            .. list.EnumerateArray()
                .Select((mapping, i) => Read(mapping, $"/mappings/{i}", isSaved: true)),
        ];
    }

    /// <inheritdoc cref="ReadFile"/>
    /// <param name="json">The mapping.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="isSaved">Whether it may say that it is persistent, as those do that WireMock saved.</param>
    public static Stub Read(JsonElement json, string pointer = "", bool isSaved = false)
    {
        var mapping = new StubObject(json, pointer, Keys);
        if (mapping.Flag("persistent") == true && !isSaved)
        {
            throw new StubFormatException(
                mapping.PointerTo("persistent"),
                "is true; allowed: false, as mappings are not written to files."
            );
        }
        return new Stub
        {
            Id = ReadId(mapping),
            Name = mapping.Text("name"),
            Priority =
                mapping.Integer("priority", int.MinValue, int.MaxValue) ?? Stub.DefaultPriority,
            Scenario = ReadScenario(mapping),
            Request = mapping.Value("request") is { } request
                ? RequestPatternReader.Read(request, mapping.PointerTo("request"))
                : RequestPattern.Everything,
            Response = mapping.Value("response") is { } response
                ? StubResponseReader.Read(response, mapping.PointerTo("response"))
                : StubResponse.Default,
            Json = json,
        };
    }

    /// <summary>WireMock writes the same twice, under an old and a new name.</summary>
    private static Guid ReadId(StubObject mapping)
    {
        var (id, uuid) = (ReadGuid(mapping, "id"), ReadGuid(mapping, "uuid"));
        return id is null || uuid is null || id == uuid
            ? id ?? uuid ?? Guid.NewGuid()
            : throw new StubFormatException(mapping.PointerTo("uuid"), "is not the same as 'id'.");
    }

    private static Guid? ReadGuid(StubObject mapping, string key) =>
        mapping.Text(key) is not { } text ? null
        : Guid.TryParseExact(text, "D", out var id) ? id
        : throw new StubFormatException(mapping.PointerTo(key), "is no UUID.");

    private static StubScenario? ReadScenario(StubObject mapping)
    {
        var (required, next) = (
            mapping.Text("requiredScenarioState"),
            mapping.Text("newScenarioState")
        );
        if (mapping.Text("scenarioName") is { } name)
        {
            return new StubScenario(name, required, next);
        }
        var orphan = mapping.OneOf("requiredScenarioState", "newScenarioState");
        return orphan is null
            ? null
            : throw new StubFormatException(mapping.PointerTo(orphan), "needs a 'scenarioName'.");
    }
}
