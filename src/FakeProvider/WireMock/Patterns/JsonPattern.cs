using System.Text.Json;

namespace GatewayBench;

/// <summary>equalToJson: the same JSON value, whatever its white space and order of keys.</summary>
internal sealed class JsonPattern(JsonElement expected, JsonComparison comparison) : ValuePattern
{
    public override bool Matches(MatchedValue value) =>
        value.Json is { } json && comparison.AreEqual(expected, json);
}
