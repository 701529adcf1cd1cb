using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Numerics;

namespace GatewayBench.Cli;

/// <summary>
/// Options whose error names the option, the value and what is allowed; the library's own would tell
/// a user about <c>System.Int32</c>.
/// </summary>
internal static class OptionOf
{
    private delegate bool TryParse<T>(string text, out T value);

    public static Option<T> Number<T>(string name, string description, T min, T max)
        where T : struct, INumber<T> =>
        Create(
            name,
            "number",
            description,
            string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
            (string text, out T value) =>
                T.TryParse(
                    text,
                    typeof(T) == typeof(double)
                        ? NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
                        : NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out value
                )
                && value >= min
                && value <= max
        );

    /// <summary>A share from 1 % to 99 %, as a number from 0 to 1.</summary>
    public static Option<double> Percent(string name, string description) =>
        Create(
            name,
            "percent",
            description,
            "a percentage from 1% to 99%, such as 20%",
            (string text, out double value) =>
            {
                var isNumber = double.TryParse(
                    text.EndsWith('%') ? text[..^1] : "",
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out value
                );
                value /= 100;
                return isNumber && value is >= 0.01 and <= 0.99;
            }
        );

    public static Option<TimeSpan> Duration(
        string name,
        string description,
        TimeSpan max,
        TimeSpan min = default
    ) =>
        Create(
            name,
            "duration",
            description,
            $"a number and a unit (us, ms, s, m, h) such as 250ms or 1.5s, {(min > TimeSpan.Zero ? $"{min.TotalMilliseconds:0}ms " : "")}up to {max.TotalHours:0}h",
            (string text, out TimeSpan value) =>
                GatewayBench.Duration.TryParse(text, out value) && value >= min && value <= max
        );

    public static Option<Delay> ThinkTime(string name, string description) =>
        Create<Delay>(
            name,
            "min..max",
            description,
            "two durations with two dots between, such as 2s..8s, the shorter first, up to 24h",
            TryParseThinkTime
        );

    public static Option<string> Choice(string name, string description, params string[] choices) =>
        Create(
            name,
            string.Join('|', choices),
            description,
            string.Join(", ", choices),
            (string text, out string value) => choices.Contains(value = text)
        );

    public static Option<string> Text(string name, string helpName, string description) =>
        Create(
            name,
            helpName,
            description,
            "anything but nothing",
            (string text, out string value) => !string.IsNullOrWhiteSpace(value = text)
        );

    /// <summary>What is read by what refuses in words of its own.</summary>
    public static Option<T> Parsed<T>(
        string name,
        string helpName,
        string description,
        Func<string, T> parse
    ) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                try
                {
                    return parse(result.Tokens.Single().Value);
                }
                catch (FormatException e)
                {
                    result.AddError($"{name}: {e.Message}");
                    return default;
                }
            },
        };

    public static Option<string> UrlPath(string name, string description) =>
        Create(
            name,
            "path",
            description,
            GatewayBench.UrlPath.Allowed,
            (string text, out string value) => GatewayBench.UrlPath.IsOne(value = text)
        );

    /// <summary>An option that can be given again; unlike others it does not repeat a bad value.</summary>
    public static Option<Header[]> Headers(string name, string description) =>
        new(name)
        {
            HelpName = "name: value",
            Description = description,
            CustomParser = result =>
            {
                var headers = new List<Header>();
                foreach (var token in result.Tokens)
                {
                    if (Header.TryParse(token.Value, out var header))
                    {
                        headers.Add(header);
                    }
                    else
                    {
                        result.AddError(
                            $"{name} is no header; allowed: \"Name: value\" in ASCII, the name without "
                                + "blanks and not Content-Length, which the body has."
                        );
                    }
                }
                return [.. headers];
            },
        };

    private static bool TryParseThinkTime(string text, out Delay value)
    {
        value = Delay.None;
        if (
            text.Split("..") is not [var least, var most]
            || !GatewayBench.Duration.TryParse(least, out var shortest)
            || !GatewayBench.Duration.TryParse(most, out var longest)
            || shortest > longest
            || longest > TimeSpan.FromHours(24)
        )
        {
            return false;
        }
        value = Delay.Uniform(shortest, longest);
        return true;
    }

    public static Option<IPAddress> Address(string name, string description) =>
        Create<IPAddress>(
            name,
            "address",
            description,
            "an IP address such as 127.0.0.1 or ::1",
            (string text, out IPAddress value) => IPAddress.TryParse(text, out value!)
        );

    private static Option<T> Create<T>(
        string name,
        string helpName,
        string description,
        string allowed,
        TryParse<T> tryParse
    ) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result => Parse(result, name, allowed, tryParse),
        };

    private static T? Parse<T>(
        ArgumentResult result,
        string name,
        string allowed,
        TryParse<T> tryParse
    )
    {
        var text = result.Tokens.Single().Value;
        if (tryParse(text, out var value))
        {
            return value;
        }
        result.AddError($"{name} is '{text}'; allowed: {allowed}.");
        return default;
    }
}
