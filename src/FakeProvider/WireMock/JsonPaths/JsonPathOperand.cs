using System.Text.Json;

namespace GatewayBench;

/// <summary>One side of a comparison in a filter: null where a path finds nothing.</summary>
/// <param name="value">What <c>@</c> stands for.</param>
/// <param name="root">What <c>$</c> stands for.</param>
internal delegate JsonElement? JsonPathOperand(JsonElement value, JsonElement root);
