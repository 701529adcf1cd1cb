using System.Globalization;
using System.Net;
using System.Numerics;

namespace GatewayBench;

/// <summary>The kinds of values that options have.</summary>
internal static class OptionKinds
{
    private const string Unlimited = "unlimited";

    public static OptionKind<bool> Switch { get; } =
        new(
            "true|false",
            "true or false",
            bool.TryParse,
            value => value ? "true" : "false",
            _ => true
        );

    public static OptionKind<Delay> Delay { get; } =
        Parsed("delay", "a delay", GatewayBench.Delay.Parse);

    public static OptionKind<TimeSpan> Duration { get; } =
        new(
            "duration",
            $"{GatewayBench.Duration.Allowed}, from zero to 24 hours",
            GatewayBench.Duration.TryParse,
            GatewayBench.Duration.ToText,
            value => value >= TimeSpan.Zero && value <= GatewayBench.Delay.Longest
        );

    public static OptionKind<DelayPreset?> Preset { get; } =
        new(
            "name",
            DelayPresets.AllowedNames,
            (string text, out DelayPreset? value) => (value = DelayPresets.Find(text)) is not null,
            value => value?.Name ?? "none",
            _ => true
        );

    public static OptionKind<IPAddress> Address { get; } =
        new(
            "address",
            "an IP address such as 127.0.0.1 or ::1",
            (string text, out IPAddress value) => IPAddress.TryParse(text, out value!),
            value => value.ToString(),
            value => value is not null
        );

    public static OptionKind<string> HeaderName { get; } =
        Text(
            "header",
            "the name of a header: letters, digits and any of !#$%&'*+-.^_`|~",
            value => value is { Length: > 0 } && value.All(IsHeaderCharacter)
        );

    public static OptionKind<string> Folder { get; } =
        Text("folder", "a folder that exists", Directory.Exists);

    /// <summary>Of a model's context: tokens.</summary>
    public static OptionKind<int> Window { get; } = Number(1, int.MaxValue);

    public static OptionKind<KeyValuePair<string, int>> ModelWindow { get; } =
        new(
            "model=tokens",
            $"a model's name, an equals sign and {Window.Allowed}",
            (string text, out KeyValuePair<string, int> value) =>
            {
                var end = text.LastIndexOf('=');
                var isNumber = Window.TryRead(text[(end + 1)..], out var tokens);
                value = KeyValuePair.Create(text[..Math.Max(end, 0)], tokens);
                return end > 0 && isNumber;
            },
            value => $"{value.Key}={Window.Write(value.Value)}",
            value => Window.Allows(value.Value)
        );

    /// <summary>Read at once, so that who names the file is told what is wrong with it.</summary>
    public static OptionKind<ScriptFile> ScriptFile { get; } =
        Parsed("file", "the path of a file", GatewayBench.ScriptFile.Read);

    public static OptionKind<Outage> Outage { get; } =
        Parsed("outage", "an outage", GatewayBench.Outage.Parse);

    public static OptionKind<FaultRule> Fault { get; } =
        Parsed("fault", "a fault and whom it hits", FaultRule.Parse);

    public static OptionKind<T> Number<T>(T least, T most)
        where T : struct, INumber<T> =>
        new(
            "number",
            string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
            (string text, out T value) =>
                T.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out value
                ),
            value => value.ToString(null, CultureInfo.InvariantCulture),
            value => value >= least && value <= most
        );

    /// <summary>Null is no limit.</summary>
    public static OptionKind<T?> Limit<T>(T least, T most)
        where T : struct, INumber<T>
    {
        var number = Number(least, most);
        return new OptionKind<T?>(
            number.Name,
            $"{number.Allowed}, or {Unlimited}",
            (string text, out T? value) =>
            {
                var isNumber = number.TryRead(text, out var given);
                value = isNumber ? given : null;
                return isNumber || text == Unlimited;
            },
            value => value is { } given ? number.Write(given) : Unlimited,
            value => value is not { } given || number.Allows(given)
        );
    }

    /// <summary>What has a parser of its own, whose errors say more, and is in range when it parses.</summary>
    private static OptionKind<T> Parsed<T>(string name, string allowed, Func<string, T> parse)
        where T : class =>
        new(
            name,
            allowed,
            (string text, out T value) => (value = parse(text)) is not null,
            value => value.ToString()!,
            value => value is not null
        );

    private static OptionKind<string> Text(
        string name,
        string allowed,
        Func<string, bool> allows
    ) =>
        new(
            name,
            allowed,
            (string text, out string value) => (value = text) is not null,
            value => value,
            allows
        );

    private static bool IsHeaderCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
