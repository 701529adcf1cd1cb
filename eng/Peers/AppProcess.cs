using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Peers;

/// <summary>An app as a process of its own, on a free loopback port; it ends with this process.</summary>
internal sealed class AppProcess : IDisposable
{
    private readonly Process _process;

    private AppProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The CPU time that it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <inheritdoc cref="StartAsync(Func{Uri, IReadOnlyList{string}}, CancellationToken)" />
    public static Task<AppProcess> StartAsync(App app, CancellationToken cancellationToken) =>
        StartAsync(
            address => ["dotnet", app.Dll, "--urls", address.AbsoluteUri, .. app.Arguments],
            cancellationToken
        );

    /// <param name="command">The program and its arguments, for an address to listen on.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time.</exception>
    public static async Task<AppProcess> StartAsync(
        Func<Uri, IReadOnlyList<string>> command,
        CancellationToken cancellationToken
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var line = command(address);
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = new AppProcess(Process.Start(start)!, address);
        // What it prints is read by nobody, and must not fill its pipe.
        process._process.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 300 && !process._process.HasExited; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(address, cancellationToken);
                return process;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
        process.Dispose();
        throw new InvalidOperationException(
            $"{string.Join(' ', line)} did not answer at {address} within 30 s."
        );
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void End(object? sender, EventArgs e) => _process.Kill();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
