namespace GatewayBench;

/// <summary>Reads files that may not be what they are taken for.</summary>
internal static class BoundedFile
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
}
