namespace GatewayBench;

/// <summary>
/// The terminal of whoever waits for the run. Test runners swallow a test's console and show its
/// output only at the end; the terminal itself they leave alone. Where there is none (CI, an IDE),
/// writing does nothing.
/// </summary>
internal static class Terminal
{
    /// <summary>Writes one line, past every redirection.</summary>
    public static void WriteLine(string line)
    {
        try
        {
            using var terminal = new StreamWriter(
                OperatingSystem.IsWindows() ? "CONOUT$" : "/dev/tty",
                append: true
            );
            // Over whatever stands in this line: the build's own display repaints itself there.
            terminal.Write($"\r{line}\u001b[K\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No terminal, nobody to tell.
        }
    }
}
