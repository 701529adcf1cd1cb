using System.Runtime.InteropServices;
using System.Text;

namespace GatewayBench;

/// <summary>A folder of the kernel's, whose size .NET doesn't tell.</summary>
internal static class KernelFolder
{
    private const int FromWorkingFolder = -100; // AT_FDCWD on Linux

    private const uint SizeWanted = 0x200; // STATX_SIZE

    /// <returns>Null where there is no such folder, or the system is not Linux.</returns>
    public static long? Size(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        try
        {
            var name = Encoding.UTF8.GetBytes(path + '\0');
            return Statx(FromWorkingFolder, name, 0, SizeWanted, out var found) == 0
                ? (long)found.Size
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(
        int folder,
        byte[] path,
        int flags,
        uint mask,
        out Status found
    );

    /// <summary>statx(2): the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(40)]
        public ulong Size;
    }
}
