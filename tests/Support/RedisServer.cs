using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Support;

/// <summary>
/// A Redis of the test's own, on a free loopback port, that keeps nothing. Skips the test, with the
/// command that installs it, where there is none.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _program;
    private readonly string[] _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis-");
    private Process? _process;

    private RedisServer(string program, string[] settings)
    {
        _program = program;
        _settings = settings;
    }

    public int Port { get; private set; }

    public string Address => $"127.0.0.1:{Port}";

    /// <param name="settings">As on its command line, such as <c>--requirepass</c> and a password.</param>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var program = Programs.Find("redis-server");
        Assert.SkipWhen(
            program is null,
            "redis-server is missing: apt-get install -y --no-install-recommends redis-server"
        );
        var server = new RedisServer(program, settings) { Port = FreePort() };
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts it again, empty, where it was.</summary>
    public async Task RestartAsync()
    {
        var start = new ProcessStartInfo(
            _program,
            [
                "--port",
                $"{Port}",
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                _folder.FullName,
                .. _settings,
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        await ReadyAsync(_process);
        // What it prints later has to go somewhere.
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private static async Task ReadyAsync(Process process)
    {
        var heard = new List<string>();
        while (await ReadLineAsync(process) is { } line)
        {
            heard.Add(line);
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail($"redis-server ended: {string.Join('\n', heard)}");
    }

    private static async Task<string?> ReadLineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
