using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway;

/// <summary>How tools write their results: snake_case, without what is null, without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IReadOnlyList<FoundDocument>))]
[JsonSerializable(typeof(FetchedPage))]
[JsonSerializable(typeof(IReadOnlyList<SubAgentAnswer>))]
internal sealed partial class ToolJsonContext : JsonSerializerContext
{
    /// <summary>Escapes no more than JSON asks for: models read it, not browsers, and pay by length.</summary>
    public static readonly ToolJsonContext Plain = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
