namespace GatewayBench;

/// <summary>A file of reply scripts, as text.</summary>
internal sealed record ScriptFile(string Path, string Json)
{
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static ScriptFile Read(string path)
    {
        try
        {
            return new ScriptFile(path, File.ReadAllText(path));
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException(
                $"'{path}' is not a file of scripts; allowed: one that can be read. {e.Message}",
                e
            );
        }
    }
}
