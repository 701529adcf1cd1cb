namespace GatewayBench;

/// <summary>A file in a folder of everybody's that any user of the machine may open, one at a time.</summary>
internal static class SharedFile
{
    private const UnixFileMode EveryUser =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    /// <summary>
    /// Opens before it creates: Linux refuses to "create" another user's file in /tmp even where
    /// its mode lets everyone write.
    /// </summary>
    /// <exception cref="IOException">Somebody else has it open.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a link, or not for this user.</exception>
    public static FileStream Open(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new UnauthorizedAccessException($"'{path}' is a link; allowed: a plain file.");
        }
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
}
