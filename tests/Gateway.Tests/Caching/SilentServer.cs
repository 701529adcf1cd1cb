using System.Net;
using System.Net.Sockets;

namespace Gateway.Tests;

/// <summary>Takes connections and commands, and says nothing.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private Task _served = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Called when a command has come.</summary>
    public Action Asked { get; set; } = () => { };

    public static Task<SilentServer> StartAsync()
    {
        var server = new SilentServer();
        server._listener.Start();
        server._served = server.ServeAsync();
        return Task.FromResult(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _served;
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                var read = new byte[1024];
                while (await client.GetStream().ReadAsync(read, _ended.Token) > 0)
                {
                    Asked();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
