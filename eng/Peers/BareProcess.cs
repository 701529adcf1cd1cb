using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Peers;

/// <summary>The bare app as a process of its own, on a free loopback port.</summary>
internal sealed class BareProcess : IDisposable
{
    private readonly Process _process;

    private BareProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<BareProcess> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var dll = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", address.AbsoluteUri]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var app = new BareProcess(Process.Start(start)!, address);
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                await client.GetStringAsync(new Uri(address, "/health/live"));
                return app;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }
        app.Dispose();
        throw new InvalidOperationException($"{dll} did not answer at {address} within 10 s.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
