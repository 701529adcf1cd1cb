namespace GatewayBench;

/// <summary>Writes files that are there as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Beside its place first: what is there already goes only when the new one is whole.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var beside = path + ".tmp";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            Discard(beside);
            throw;
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that left it behind is the one to tell of.
        }
    }
}
