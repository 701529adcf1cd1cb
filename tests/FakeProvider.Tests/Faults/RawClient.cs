using System.Net.Sockets;
using System.Text;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>One request on a connection of its own, without an HTTP client in between.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly StringBuilder _received = new();
    private readonly Stream _stream;
    private readonly Task<RawReply> _reply;

    private RawClient(Stream stream)
    {
        _stream = stream;
        _reply = ReadAsync();
    }

    public string Received
    {
        get
        {
            lock (_received)
            {
                return _received.ToString();
            }
        }
    }

    public static async Task<RawClient> AskAsync(
        FakeProvider provider,
        bool inMemory,
        bool streamed,
        string prompt = "hello",
        string? id = null
    )
    {
        var stream = inMemory ? provider.Endpoints.Memory.Connect() : await DialAsync(provider);
        var body =
            $$$"""{"model":"m","messages":[{"role":"user","content":"{{{prompt}}}"}],"stream":{{{(streamed ? "true" : "false")}}},"stream_options":{"include_usage":true}}""";
        var head =
            $"POST /v1/chat/completions HTTP/1.1\r\nHost: fake\r\nConnection: close\r\n{(id is null ? "" : $"x-gatewaybench-request: {id}\r\n")}Content-Length: {body.Length}\r\n\r\n";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(head + body),
            TestContext.Current.CancellationToken
        );
        return new RawClient(stream);
    }

    public static async Task<RawReply> ReplyAsync(
        FakeProvider provider,
        bool inMemory,
        bool streamed,
        string prompt = "hello",
        string? id = null
    )
    {
        await using var client = await AskAsync(provider, inMemory, streamed, prompt, id);
        return await client.EndAsync();
    }

    /// <summary>Until the provider waits and everything that it sent before has come.</summary>
    public Task UntilAsync(ManualTimeProvider clock, Func<string, bool> received) =>
        Eventually.TrueAsync(() => clock.PendingTimers == 1 && received(Received));

    /// <summary>Until the connection has ended.</summary>
    public Task<RawReply> EndAsync() =>
        _reply.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task<Stream> DialAsync(FakeProvider provider)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(provider.BaseAddress.Host, provider.BaseAddress.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<RawReply> ReadAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (
                await _stream.ReadAsync(buffer, TestContext.Current.CancellationToken)
                    is > 0
                        and var read
            )
            {
                lock (_received)
                {
                    _received.Append(Encoding.UTF8.GetString(buffer, 0, read));
                }
            }
            return new RawReply(Received, WasReset: false);
        }
        catch (IOException e)
            when (e.InnerException
                    is SocketException { SocketErrorCode: SocketError.ConnectionReset }
            )
        {
            return new RawReply(Received, WasReset: true);
        }
    }
}
