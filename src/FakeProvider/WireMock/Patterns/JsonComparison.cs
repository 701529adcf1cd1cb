using System.Text.Json;

namespace GatewayBench;

/// <summary>Compares JSON values; numbers by value, so that 1, 1.0 and 1e0 are the same.</summary>
/// <param name="ignoreArrayOrder">Elements may stand in any order.</param>
/// <param name="ignoreExtraElements">The actual value may have more properties, and more elements: at
/// the end of an array, or with <paramref name="ignoreArrayOrder"/> anywhere.</param>
internal sealed class JsonComparison(bool ignoreArrayOrder, bool ignoreExtraElements)
{
    public bool AreEqual(JsonElement expected, JsonElement actual) =>
        (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => AreEqualObjects(expected, actual),
            (JsonValueKind.Array, JsonValueKind.Array) => AreEqualArrays(expected, actual),
            _ => JsonElement.DeepEquals(expected, actual),
        };

    private bool AreEqualObjects(JsonElement expected, JsonElement actual)
    {
        var count = 0;
        foreach (var property in expected.EnumerateObject())
        {
            count++;
            if (
                !actual.TryGetProperty(property.Name, out var value)
                || !AreEqual(property.Value, value)
            )
            {
                return false;
            }
        }
        return ignoreExtraElements || actual.GetPropertyCount() == count;
    }

    private bool AreEqualArrays(JsonElement expected, JsonElement actual)
    {
        var count = expected.GetArrayLength();
        if (
            ignoreExtraElements ? actual.GetArrayLength() < count : actual.GetArrayLength() != count
        )
        {
            return false;
        }
        return ignoreArrayOrder
            ? new JsonAssignment(
                this,
                [.. expected.EnumerateArray()],
                [.. actual.EnumerateArray()]
            ).IsComplete()
            : expected
                .EnumerateArray()
                .Zip(actual.EnumerateArray())
                .All(pair => AreEqual(pair.First, pair.Second));
    }
}
