using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads equalToJson, whose value is JSON or a string of JSON.</summary>
internal static class JsonPatternReader
{
    private const string Key = "equalToJson";

    public static JsonPattern Read(StubObject pattern)
    {
        var pointer = pattern.PointerTo(Key);
        var value = pattern.Value(Key)!.Value;
        var expected =
            value.ValueKind == JsonValueKind.String
                ? StubJson.Read(Encoding.UTF8.GetBytes(value.GetString()!), pointer)
                : value;
        var ignoreArrayOrder = pattern.Flag("ignoreArrayOrder") ?? false;
        Check(expected, pointer, ignoreArrayOrder);
        return new JsonPattern(
            expected,
            new JsonComparison(ignoreArrayOrder, pattern.Flag("ignoreExtraElements") ?? false)
        );
    }

    private static void Check(JsonElement expected, string pointer, bool ignoreArrayOrder)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                {
                    Check(property.Value, pointer, ignoreArrayOrder);
                }
                break;
            case JsonValueKind.Array:
                if (ignoreArrayOrder && expected.GetArrayLength() > JsonAssignment.Most)
                {
                    throw new StubFormatException(
                        pointer,
                        $"has an array of {expected.GetArrayLength()} elements; allowed with "
                            + $"ignoreArrayOrder: up to {JsonAssignment.Most}."
                    );
                }
                foreach (var element in expected.EnumerateArray())
                {
                    Check(element, pointer, ignoreArrayOrder);
                }
                break;
            case JsonValueKind.String
                when StubObject
                    .Text(expected, pointer)
                    .Contains("{json-unit", StringComparison.Ordinal):
                throw new StubFormatException(
                    pointer,
                    $"has the placeholder '{expected.GetString()}'; placeholders are not supported."
                );
        }
    }
}
