using System.Text.Json;

namespace GatewayBench;

/// <summary>Whether a value passes: what stands between <c>[?(</c> and <c>)]</c>.</summary>
/// <param name="value">What <c>@</c> stands for.</param>
/// <param name="root">What <c>$</c> stands for.</param>
internal delegate bool JsonPathFilter(JsonElement value, JsonElement root);
