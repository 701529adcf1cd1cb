using System.CommandLine;

namespace GatewayBench.Cli;

internal static class ParseResultExtensions
{
    /// <summary>The option's value, or null when it was left out.</summary>
    public static T? ValueIfGiven<T>(this ParseResult parsed, Option<T> option)
        where T : struct => parsed.GetResult(option) is null ? null : parsed.GetValue(option);
}
