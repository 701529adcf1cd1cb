using System.Globalization;
using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>The kinds of values that bench files are made of.</summary>
internal static class BenchKinds
{
    public static BenchKind<string> Text { get; } =
        Scalar("a text that is not empty", Typed("string"), text => text.Length > 0 ? text : null);

    public static BenchKind<ulong> Unsigned { get; } =
        ScalarValue(
            string.Create(
                CultureInfo.InvariantCulture,
                $"a whole number from 0 to {ulong.MaxValue}"
            ),
            new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            text =>
                ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : (ulong?)null
        );

    public static BenchKind<bool> Switch { get; } =
        ScalarValue(
            "true or false",
            Typed("boolean"),
            text =>
                text switch
                {
                    "true" => true,
                    "false" => false,
                    _ => (bool?)null,
                }
        );

    /// <summary>Pauses: <c>2s..8s</c>, or one duration for pauses that are all alike.</summary>
    public static BenchKind<Delay> ThinkTime { get; } =
        Scalar(
            "a duration such as 2s, or two with two dots between, such as 2s..8s, the shorter first, up to 24h",
            Typed("string"),
            PauseOf
        );

    /// <inheritdoc cref="GatewayBench.UrlPath" />
    public static BenchKind<string> UrlPath { get; } =
        Scalar(
            GatewayBench.UrlPath.Allowed,
            Typed("string"),
            text => GatewayBench.UrlPath.IsOne(text) ? text : null
        );

    public static BenchKind<int> Version(int current) =>
        ScalarValue(
            $"{current}",
            new JsonObject { ["type"] = "integer", ["const"] = current },
            text => text == $"{current}" ? current : (int?)null
        );

    public static BenchKind<int> Integer(int least, int most) =>
        ScalarValue(
            string.Create(
                CultureInfo.InvariantCulture,
                $"a whole number from {least:#,0} to {most:#,0}"
            ),
            Range("integer", least, most),
            text =>
                int.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var value
                )
                && value >= least
                && value <= most
                    ? value
                    : (int?)null
        );

    public static BenchKind<double> Number(double least, double most) =>
        ScalarValue(
            string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most:#,0}"),
            Range("number", least, most),
            text =>
                double.TryParse(
                    text,
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture,
                    out var value
                )
                && value >= least
                && value <= most
                    ? value
                    : (double?)null
        );

    public static BenchKind<TimeSpan> Duration(TimeSpan least, TimeSpan most) =>
        ScalarValue(
            $"{GatewayBench.Duration.Allowed}, from {GatewayBench.Duration.ToText(least)} to {GatewayBench.Duration.ToText(most)}",
            new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9.]+(us|ms|s|m|h)$" },
            text =>
                GatewayBench.Duration.TryParse(text, out var value)
                && value >= least
                && value <= most
                    ? value
                    : (TimeSpan?)null
        );

    public static BenchKind<string> Choice(params IReadOnlyList<string> choices) =>
        OneOf(choices, choice => choice);

    /// <summary>One of several things, by its name.</summary>
    public static BenchKind<T> OneOf<T>(IReadOnlyList<T> all, Func<T, string> name)
        where T : class =>
        Scalar(
            string.Join(", ", all.Select(name)),
            new JsonObject
            {
                ["enum"] = new JsonArray([.. all.Select(one => (JsonNode)name(one))]),
            },
            text => all.FirstOrDefault(one => name(one) == text)
        );

    /// <summary>Anything that is written as one text and read by what knows it.</summary>
    public static BenchKind<T> Parsed<T>(string allowed, Func<string, T> parse) =>
        new(Typed("string"), node => node.Guard(() => parse(node.Text(allowed))));

    public static BenchKind<T> Object<T>(BenchShape shape, Func<BenchMap, T> read) =>
        new(shape.Schema, node => read(shape.Read(node)));

    /// <summary>A list of at least one.</summary>
    public static BenchKind<IReadOnlyList<T>> List<T>(string allowed, BenchKind<T> item) =>
        new(
            ListOf(item.Schema.DeepClone().AsObject()),
            node => [.. node.Items(allowed).Select(item.Read)]
        );

    /// <summary>A value that is read by what knows more than the value.</summary>
    public static BenchKind<BenchNode> Raw(JsonObject schema) => new(schema, node => node);

    /// <summary>An object whose keys are the user's own.</summary>
    public static JsonObject MapOf(JsonObject value) =>
        new() { ["type"] = "object", ["additionalProperties"] = value };

    public static JsonObject ListOf(JsonObject item) =>
        new()
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = item,
        };

    public static JsonObject Typed(string type) => new() { ["type"] = type };

    private static Delay? PauseOf(string text)
    {
        var (least, most) = text.Split("..") switch
        {
            [var only] => (only, only),
            [var shorter, var longer] => (shorter, longer),
            _ => ("", ""),
        };
        return
            GatewayBench.Duration.TryParse(least, out var from)
            && GatewayBench.Duration.TryParse(most, out var to)
            && from <= to
            && to <= Delay.Longest
            ? Delay.Uniform(from, to)
            : null;
    }

    private static JsonObject Range(string type, double least, double most) =>
        new()
        {
            ["type"] = type,
            ["minimum"] = least,
            ["maximum"] = most,
        };

    private static BenchKind<T> Scalar<T>(string allowed, JsonObject schema, Func<string, T?> read)
        where T : class =>
        new(schema, node => read(node.Text(allowed)) ?? throw node.Invalid(allowed));

    private static BenchKind<T> ScalarValue<T>(
        string allowed,
        JsonObject schema,
        Func<string, T?> read
    )
        where T : struct =>
        new(
            schema,
            node =>
                read((string?)schema["type"] == "string" ? node.Text(allowed) : node.Plain(allowed))
                ?? throw node.Invalid(allowed)
        );
}
