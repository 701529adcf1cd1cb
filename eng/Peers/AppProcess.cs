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
        Url = new Uri(address, App.Route);
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>The one address that is loaded.</summary>
    public Uri Url { get; }

    /// <exception cref="InvalidOperationException">It ended, or did not answer in time.</exception>
    public static async Task<AppProcess> StartAsync(App app, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(
            "dotnet",
            [app.Dll, "--urls", address.AbsoluteUri, .. app.Arguments]
        );
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = new AppProcess(Process.Start(start)!, address);
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 100 && !process._process.HasExited; attempt++)
        {
            try
            {
                await client.GetStringAsync(process.Url, cancellationToken);
                return process;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
        process.Dispose();
        throw new InvalidOperationException(
            $"{app.Dll} did not answer at {process.Url} within 10 s."
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
