using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>Who holds the lock, in a file beside it. A courtesy: where it can't be had, the lock works all the same.</summary>
internal static class LockHolder
{
    public static void Write(string path, string name, DateTimeOffset since)
    {
        using var process = Process.GetCurrentProcess();
        var holder = string.Create(
            CultureInfo.InvariantCulture,
            $"'{name}' (process {process.Id} {process.ProcessName}, since {since:u})"
        );
        try
        {
            using var file = SharedFile.Open(FileOf(path));
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(holder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is reading it, or it is another user's.
        }
    }

    /// <summary>Cleaned, because any user of the machine may have written it.</summary>
    public static string Read(string path)
    {
        try
        {
            return Redactor.Clean(File.ReadAllText(FileOf(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "its holder is not known";
        }
    }

    private static string FileOf(string path) => path + ".holder";
}
