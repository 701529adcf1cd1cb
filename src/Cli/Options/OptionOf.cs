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
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out value
                )
                && value >= min
                && value <= max
        );

    public static Option<TimeSpan> Duration(string name, string description, TimeSpan max) =>
        Create(
            name,
            "duration",
            description,
            $"a number and a unit (us, ms, s, m, h) such as 250ms or 1.5s, up to {max.TotalHours:0}h",
            (string text, out TimeSpan value) =>
                GatewayBench.Duration.TryParse(text, out value) && value <= max
        );

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
