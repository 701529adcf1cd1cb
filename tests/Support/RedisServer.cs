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
    private readonly Func<int, string[]> _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis-");
    private Process? _process;

    private RedisServer(string program, Func<int, string[]> settings)
    {
        _program = program;
        _settings = settings;
    }

    public int Port { get; private set; }

    public string Address => $"127.0.0.1:{Port}";

    /// <param name="settings">As on its command line, such as <c>--requirepass</c> and a password.</param>
    public static Task<RedisServer> StartAsync(params string[] settings) =>
        StartAsync(_ => settings);

    /// <summary>One that speaks TLS only.</summary>
    /// <param name="certificate">Path of its certificate, as PEM.</param>
    /// <param name="key">Path of its private key, as PEM.</param>
    public static Task<RedisServer> StartTlsAsync(string certificate, string key) =>
        StartAsync(port =>
            [
                "--port",
                "0",
                "--tls-port",
                $"{port}",
                "--tls-cert-file",
                certificate,
                "--tls-key-file",
                key,
                "--tls-ca-cert-file",
                certificate,
                "--tls-auth-clients",
                "no",
            ]
        );

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
                .. _settings(Port),
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        _process?.Dispose();
        _process = Process.Start(start)!;
        await ReadyAsync(_process);
        // What it prints later has to go somewhere.
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
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

    private static async Task<RedisServer> StartAsync(Func<int, string[]> settings)
    {
        var program = Programs.Find("redis-server");
        Assert.SkipWhen(
            program is null,
            "redis-server is missing: apt-get install -y --no-install-recommends redis-server"
        );
        var server = new RedisServer(program, settings) { Port = FreePort() };
        try
        {
            await server.RestartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
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
