namespace GatewayBench.Cli;

/// <summary>What <c>--resume</c> names.</summary>
internal static class ResumedFolder
{
    /// <param name="folder">What the user gave.</param>
    /// <param name="what">What it has to hold, with its article.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="difference">What keeps it from being gone on with; null for nothing.</param>
    /// <exception cref="UsageException">It can't be read, or is of something else.</exception>
    public static T Read<T>(
        string folder,
        string what,
        Func<string, T> read,
        Func<T, string?> difference
    )
    {
        try
        {
            var stored = read(folder);
            return difference(stored) is { } found
                ? throw new UsageException(
                    $"--resume is '{folder}', which is {what}, but of something else: {found}; allowed: the same command."
                )
                : stored;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException(
                $"--resume is '{folder}'; allowed: the folder of {what}. {e.Message}"
            );
        }
    }
}
