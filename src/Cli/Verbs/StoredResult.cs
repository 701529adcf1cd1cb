namespace GatewayBench.Cli;

/// <summary>Reads a result that a run has stored.</summary>
internal static class StoredResult
{
    private const string FileName = "result.json";

    /// <param name="path">The file, or the folder that a run made.</param>
    /// <exception cref="UsageException">There is no result that can be read.</exception>
    public static LoadResult Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        try
        {
            return ResultFile.Deserialize(WholeFile.Read(file));
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ArgumentException
            )
        {
            throw new UsageException(
                $"'{file}' can't be read; allowed: a {FileName} of a run, or its folder. {e.Message}"
            );
        }
    }
}
