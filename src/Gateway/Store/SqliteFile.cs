using Microsoft.Data.Sqlite;

namespace Gateway;

/// <summary>
/// The file that a SQLite store lives in: the configured one, or one of its own that goes with it, so
/// that two gateways never share a store unless told to.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo? _temporary;

    public SqliteFile(StoreOptions options, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            DefaultTimeout = options.BusySeconds,
        };
        if (options.ConnectionString is "")
        {
            // Conversations are nobody else's business: unlike a file, this has no other readers.
            _temporary = Directory.CreateTempSubdirectory("gateway-");
            builder.DataSource = Path.Combine(_temporary.FullName, "gateway.db");
        }
        else
        {
            builder.DataSource = Path.Combine(contentRoot, builder.DataSource);
            CreateFolder(Path.GetDirectoryName(builder.DataSource)!);
        }
        DataSource = builder.DataSource;
        ConnectionString = builder.ConnectionString;
    }

    public string DataSource { get; }

    public string ConnectionString { get; }

    /// <summary>In bytes, with what has been written ahead of it.</summary>
    public long Size => LengthOf(DataSource) + LengthOf($"{DataSource}-wal");

    /// <summary>Whether it goes when the gateway stops.</summary>
    public bool IsTemporary => _temporary is not null;

    public void Dispose() => _temporary?.Delete(recursive: true);

    private static long LengthOf(string path) =>
        new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
