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

    /// <summary>Waits for the machine's lock, telling on every channel of the run whom it waits for.</summary>
    public static Task<LoadLock> AcquireAsync(
        RunOptions options,
        CancellationToken cancellationToken
    ) =>
        AcquireAsync(
            DefaultPath,
            options.Name,
            options.Clock,
            options.Progress + options.Output,
            cancellationToken
        );

    /// <summary>Waits until the lock is free, telling once whom it waits for.</summary>
    /// <exception cref="UnauthorizedAccessException">The lock file can't be opened at all.</exception>
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
                LockHolder.Write(path, name, clock.GetUtcNow());
                return new LoadLock(file);
            }
            if (!told)
            {
                tell?.Invoke(
                    $"Waiting for another load run on this machine: {LockHolder.Read(path)}"
                );
            }
            await Task.Delay(Retry, clock, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <returns>Null while somebody else has it.</returns>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return SharedFile.Open(path);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
