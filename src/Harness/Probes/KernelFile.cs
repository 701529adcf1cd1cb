namespace GatewayBench;

/// <summary>A small text file of the kernel's or the system's.</summary>
internal static class KernelFile
{
    /// <returns>Null for a file that is not there or not for us: most systems lack some.</returns>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
