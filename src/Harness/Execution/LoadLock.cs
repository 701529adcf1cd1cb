using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>
/// Lets one load run at a time work on a machine: two would measure each other. A file lock, which
/// the system frees even when its holder dies; who holds it stands in a file beside it.
/// </summary>
internal sealed class LoadLock : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);
    private readonly FileStream _file;

    private LoadLock(FileStream file) => _file = file;

    /// <summary>One place for all users of the machine: not the per-user folders of TMPDIR.</summary>
    public static string DefaultPath =>
        Path.Combine(
            OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData)
                : "/tmp",
            "gatewaybench.lock"
        );

    /// <summary>Waits until the lock is free, telling once whom it waits for.</summary>
    public static async Task<LoadLock> AcquireAsync(
        string path,
        string name,
        TimeProvider clock,
        Action<string>? tell,
        CancellationToken cancellationToken
    )
    {
        for (var told = false; ; told = true)
        {
            if (TryOpen(path) is { } file)
            {
                var holder = string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}' (process {Environment.ProcessId} {Process.GetCurrentProcess().ProcessName}, since {clock.GetUtcNow():u})"
                );
                WriteHolder(path, holder);
                return new LoadLock(file);
            }
            if (!told)
            {
                tell?.Invoke($"Waiting for another load run on this machine: {ReadHolder(path)}");
            }
            await Task.Delay(Retry, clock, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return OpenForEveryone(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Opens before it creates: Linux refuses to "create" another user's file in /tmp even where
    /// its mode lets everyone write.
    /// </summary>
    private static FileStream OpenForEveryone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (FileNotFoundException)
        {
            var file = new FileStream(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None
            );
            if (!OperatingSystem.IsWindows())
            {
                // Set afterwards, because the umask would take the bits off a create mode.
                File.SetUnixFileMode(file.SafeFileHandle, EveryUser);
            }
            return file;
        }
    }

    private static void WriteHolder(string path, string holder)
    {
        using var file = OpenForEveryone(HolderPath(path));
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(holder));
    }

    private static string ReadHolder(string path)
    {
        try
        {
            return File.ReadAllText(HolderPath(path));
        }
        catch (IOException)
        {
            return "its holder is not known yet";
        }
    }

    private static string HolderPath(string path) => path + ".holder";

    private const UnixFileMode EveryUser =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;
}
