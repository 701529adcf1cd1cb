using System.IO.Enumeration;

namespace GatewayBench;

/// <summary>How many descriptors this process has open.</summary>
internal static class OpenDescriptors
{
    private const string Folder = "/proc/self/fd";

    /// <returns>Null where the kernel doesn't tell.</returns>
    public static int? Count()
    {
        try
        {
            // Without their names, of which there may be ten thousands.
            return Directory.Exists(Folder)
                ? new FileSystemEnumerable<bool>(Folder, static (ref entry) => true).Count()
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
