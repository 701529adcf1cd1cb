namespace GatewayBench;

/// <summary>What starts the load tests of a solution again, as they were started.</summary>
internal static class LoadCommand
{
    /// <param name="given">The variables that were set, but for the switch, which the filter sets.</param>
    /// <param name="valueOf">Reads one.</param>
    public static string Of(IEnumerable<string> given, Func<string, string?> valueOf) =>
        string.Concat(
            given
                .Where(name => name != Variables.Switch)
                .Order(StringComparer.Ordinal)
                .Select(name => $"{name}={Quoted(valueOf(name) ?? "")} ")
        ) + "dotnet test --filter Category=Load";

    /// <summary>For a POSIX shell.</summary>
    private static string Quoted(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || "-_./,".Contains(c))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
