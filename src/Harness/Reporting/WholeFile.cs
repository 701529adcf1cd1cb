namespace GatewayBench;

/// <summary>Reads and writes files as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Far more than an hour's result of a hundred rows.</summary>
    private const int MostBytes = 256 * 1024 * 1024;

    /// <exception cref="InvalidDataException">It is larger than anything that we write: a device, or a mistake.</exception>
    public static byte[] Read(string path)
    {
        using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = file.Read(buffer)) > 0; )
        {
            content.Write(buffer, 0, count);
            if (content.Length > MostBytes)
            {
                throw new InvalidDataException(
                    $"{path} is larger than {MostBytes / (1024 * 1024)} MiB, and so none of ours."
                );
            }
        }
        return content.ToArray();
    }

    /// <summary>Beside its place first: what is there already goes only when the new one is whole.</summary>
    /// <exception cref="IOException">There is no room, or a limit to the size of files.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var beside = path + ".tmp";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: true);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // What .NET makes of EFBIG: to everybody else, a disk that takes no more.
            Discard(beside);
            throw new IOException($"{path} would be larger than a file may be here.", e);
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
