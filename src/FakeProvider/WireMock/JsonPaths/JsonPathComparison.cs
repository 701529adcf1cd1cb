using System.Text.Json;

namespace GatewayBench;

/// <summary>The comparisons of filters.</summary>
internal static class JsonPathComparison
{
    /// <summary>In the order in which they have to be looked for: the longer first.</summary>
    public static readonly string[] Operators = ["==", "!=", "<=", ">=", "=~", "<", ">"];

    public static JsonPathFilter Of(
        string comparison,
        JsonPathOperand left,
        JsonPathOperand right
    ) =>
        comparison switch
        {
            "==" => (value, root) => AreEqual(left(value, root), right(value, root)),
            "!=" => (value, root) => !AreEqual(left(value, root), right(value, root)),
            "<=" => (value, root) => Order(left(value, root), right(value, root)) <= 0,
            ">=" => (value, root) => Order(left(value, root), right(value, root)) >= 0,
            "<" => (value, root) => Order(left(value, root), right(value, root)) < 0,
            _ => (value, root) => Order(left(value, root), right(value, root)) > 0,
        };

    public static JsonPathFilter Of(JsonPathOperand left, JavaRegex regex) =>
        (value, root) =>
            left(value, root) is { ValueKind: JsonValueKind.String } text
            && regex.IsMatch(JsonText.Of(text));

    private static bool AreEqual(JsonElement? left, JsonElement? right) =>
        left is { } a && right is { } b
            ? JsonElement.DeepEquals(a, b)
            : left is null && right is null;

    /// <summary>Null, which no comparison is true of, unless both are numbers or both are strings.</summary>
    private static int? Order(JsonElement? left, JsonElement? right) =>
        (left, right) switch
        {
            ({ ValueKind: JsonValueKind.Number } a, { ValueKind: JsonValueKind.Number } b) =>
                a.GetDouble().CompareTo(b.GetDouble()),
            ({ ValueKind: JsonValueKind.String } a, { ValueKind: JsonValueKind.String } b) =>
                string.CompareOrdinal(JsonText.Of(a), JsonText.Of(b)),
            _ => null,
        };
}
