using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GatewayBench.Tests.Execution;

/// <summary>A target that answers every connection with the same bytes and then closes it: for answers that no proper server gives.</summary>
internal sealed class RawServer : ITarget, IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly bool _reset;

    public RawServer(string answer, bool reset = false)
    {
        _answer = Encoding.ASCII.GetBytes(answer);
        _reset = reset;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}");

    public TargetInfo Info => new("raw", "loopback", null, []);

    public string? Fault => null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public HttpMessageInvoker CreateClient() => new(LoadClient.NewHandler());

    public void Dispose() => _listener.Dispose();

    /// <summary>To the end of its body: what is closed with something unread is reset, whatever was written.</summary>
    private static async Task SkipRequestAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture);
            }
        }
        // Of nothing it would wait for the next request.
        if (length > 0)
        {
            await reader.ReadBlockAsync(new char[length]);
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await SkipRequestAsync(client.GetStream());
            await client.GetStream().WriteAsync(_answer);
            // Without a linger time, closing resets the connection instead of ending it.
            client.LingerState = new LingerOption(_reset, 0);
        }
        catch (IOException)
        {
            // This client left first; the next may stay.
        }
    }
}
