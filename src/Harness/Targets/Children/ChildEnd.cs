namespace GatewayBench;

/// <summary>Says in one line how a process ended, from all that is left of it.</summary>
internal static class ChildEnd
{
    /// <param name="exitCode">As the runtime gives it: 128 and the signal for a process that one ended.</param>
    /// <param name="output">The last that it printed.</param>
    /// <param name="heapLimit">Its heap limit in bytes; null without one.</param>
    public static string Describe(int exitCode, string output, long? heapLimit)
    {
        var end = $"exit code {Code(exitCode)}";
        if (
            output.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            || output.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal)
        )
        {
            return end
                + ", out of memory"
                + (heapLimit is { } limit ? $": heap limit {Units.Bytes(limit)}" : "");
        }
        return LastWords(output) is { } words ? $"{end}: {Redactor.Clean(words)}" : end;
    }

    private static string Code(int exitCode) =>
        OperatingSystem.IsWindows()
            ? exitCode < 0
                ? $"0x{exitCode:X8}"
                : $"{exitCode}"
            : exitCode switch
            {
                128 + 2 => $"{exitCode} (SIGINT)",
                128 + 4 => $"{exitCode} (SIGILL)",
                128 + 6 => $"{exitCode} (SIGABRT)",
                128 + 7 => $"{exitCode} (SIGBUS)",
                128 + 8 => $"{exitCode} (SIGFPE)",
                128 + 9 => $"{exitCode} (SIGKILL)",
                128 + 11 => $"{exitCode} (SIGSEGV)",
                128 + 15 => $"{exitCode} (SIGTERM)",
                _ => $"{exitCode}",
            };

    /// <summary>What the runtime says of a crash stands above the stack; else the last line is the best guess.</summary>
    private static string? LastWords(string output)
    {
        var lines = output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return Array.FindLast(lines, IsCrash) ?? lines.LastOrDefault();
    }

    private static bool IsCrash(string line) =>
        line.StartsWith("Unhandled exception", StringComparison.Ordinal)
        || line.StartsWith("Process terminated", StringComparison.Ordinal)
        || line.StartsWith("Fatal error", StringComparison.Ordinal)
        || line.StartsWith("Stack overflow", StringComparison.Ordinal);
}
