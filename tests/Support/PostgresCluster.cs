using System.Diagnostics;

namespace GatewayBench.Support;

/// <summary>
/// A PostgreSQL server of the test's own: a new cluster in a temporary folder, reached through a Unix
/// socket in it, so that it needs no port. It keeps nothing safe, which makes it quick.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "gateway";

    // initdb and postgres refuse to run as root. This user comes with Debian's package.
    private static readonly string[] _asUser =
        Environment.UserName == "root"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
            : [];

    private readonly string _programs;
    private readonly string _folder;
    private int _databases;

    private PostgresCluster(string programs, string folder)
    {
        _programs = programs;
        _folder = folder;
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts one; skips the test, with the command that installs it, where PostgreSQL is missing.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var programs = FindPrograms();
        Assert.SkipWhen(programs is null, "PostgreSQL is missing: apt-get install postgresql");
        var folder = await RunAsync(
            "mktemp",
            "-d",
            Path.Combine(Path.GetTempPath(), "postgres-XXXXXX")
        );
        var cluster = new PostgresCluster(programs, folder.Trim());
        await cluster.RunProgramAsync(
            "initdb",
            "-D",
            cluster.Data,
            "-U",
            User,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync"
        );
        await cluster.StartServerAsync();
        return cluster;
    }

    /// <summary>Makes an empty database and returns Npgsql's connection string for it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await RunProgramAsync("createdb", "-h", _folder, "-U", User, name);
        return $"Host={_folder};Username={User};Database={name}";
    }

    /// <summary>Starts the server again, on the same data.</summary>
    public Task StartServerAsync() =>
        RunProgramAsync(
            "pg_ctl",
            "-D",
            Data,
            "-l",
            Path.Combine(_folder, "log"),
            "-o",
            $"-k {_folder} -c listen_addresses='' -c fsync=off -c max_connections=200",
            "-w",
            "start"
        );

    /// <summary>Ends the server and all of its connections at once, as a crash would.</summary>
    public Task StopServerAsync() =>
        RunProgramAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopServerAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    // Debian keeps those that only an administrator needs off the search path.
    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions
            .Select(version => Path.Combine(version, "bin"))
            .OrderDescending()
            .Append(Path.GetDirectoryName(Programs.Find("initdb")))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder ?? "", "createdb")));
    }

    private Task<string> RunProgramAsync(string program, params string[] arguments) =>
        RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        string[] command = [.. _asUser, program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {await errors}");
        return output;
    }
}
