using System.CommandLine;
using System.CommandLine.Parsing;

namespace GatewayBench.Peers;

/// <summary>Reads words of a command line, with errors that name the argument, its value and what is allowed.</summary>
internal static class AllowedExtensions
{
    /// <summary>An option that takes a list with commas.</summary>
    public static Option<T[]> Options<T>(
        this Allowed<T> allowed,
        string name,
        IReadOnlyList<T> preset
    ) =>
        new(name)
        {
            Description = $"A list with commas, out of: {allowed.Text}.",
            DefaultValueFactory = _ => [.. preset],
            CustomParser = parsed =>
                [
                    .. parsed
                        .Tokens.SelectMany(token => token.Value.Split(','))
                        .SelectMany(text => Read(allowed, parsed, name, text)),
                ],
        };

    /// <summary>An option that takes one word.</summary>
    public static Option<T> Option<T>(
        this Allowed<T> allowed,
        string name,
        T preset,
        string description
    ) =>
        new(name)
        {
            Description = $"{description}: {allowed.Text}.",
            DefaultValueFactory = _ => preset,
            CustomParser = parsed => allowed.ReadOne(parsed, name),
        };

    public static T? ReadOne<T>(this Allowed<T> allowed, ArgumentResult parsed, string name) =>
        Read(allowed, parsed, name, parsed.Tokens.Single().Value).FirstOrDefault();

    public static T[] ReadAll<T>(this Allowed<T> allowed, ArgumentResult parsed, string name) =>
        [.. parsed.Tokens.SelectMany(token => Read(allowed, parsed, name, token.Value))];

    private static T[] Read<T>(Allowed<T> allowed, ArgumentResult parsed, string name, string text)
    {
        T[] read = [.. allowed.Read(text)];
        if (read.Length == 0)
        {
            parsed.AddError($"{name} is '{text}'; allowed: {allowed.Text}.");
        }
        return read;
    }
}
