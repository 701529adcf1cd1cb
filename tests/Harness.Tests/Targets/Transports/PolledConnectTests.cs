using System.Net;
using System.Net.Sockets;

namespace GatewayBench.Tests.Targets;

/// <summary>Connects to a server whose queue of connections is soon full.</summary>
public sealed class PolledConnectTests : IDisposable
{
    private const int MoreThanTheQueueTakes = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Socket _listener = new(
        AddressFamily.InterNetwork,
        SocketType.Stream,
        ProtocolType.Tcp
    );
    private readonly SocketPoller? _poller;
    private readonly CancellationTokenSource _cancel = new();

    public PolledConnectTests()
    {
        Assert.SkipUnless(SocketPoller.IsSupported, "Needs Linux on x64 or arm64.");
        _poller = new SocketPoller();
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(8);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _listener.Dispose();
        _cancel.Dispose();
        _poller?.Dispose();
    }

    [Fact]
    public async Task A_connect_that_hangs_holds_no_thread_and_ends_when_it_is_cancelled()
    {
        // A connect that blocks would never come back to this thread: nobody accepts.
        var connects = ConnectMany();
        Assert.Contains(connects, connect => !connect.IsCompleted);

        await _cancel.CancelAsync();

        await DisposeAsync(
            connects,
            failure => Assert.IsType<OperationCanceledException>(failure, exactMatch: false)
        );
    }

    [Fact]
    public async Task A_connect_that_is_refused_only_after_a_wait_says_so()
    {
        var connects = ConnectMany();
        Assert.Contains(connects, connect => !connect.IsCompleted);

        _listener.Dispose();

        await DisposeAsync(
            connects,
            failure =>
                // Reset: the server had answered, and had no room for what came next.
                Assert.True(
                    failure
                        is SocketException
                        {
                            SocketErrorCode: SocketError.ConnectionRefused
                                or SocketError.ConnectionReset
                        },
                    $"{failure}"
                )
        );
    }

    [Fact]
    public async Task A_name_is_connected_to_by_whichever_address_listens()
    {
        await using var stream = await ConnectAsync("localhost");

        using var server = await _listener.AcceptAsync(Stop);
        await stream.WriteAsync("hello"u8.ToArray(), Stop);
        Assert.Equal(5, await server.ReceiveAsync(new byte[10], Stop));
    }

    private Task<Stream>[] ConnectMany() =>
        [.. Enumerable.Range(0, MoreThanTheQueueTakes).Select(_ => ConnectAsync("127.0.0.1"))];

    private Task<Stream> ConnectAsync(string host) =>
        PolledConnect.ConnectAsync(new DnsEndPoint(host, Port), _poller!, _cancel.Token).AsTask();

    private static async Task DisposeAsync(Task<Stream>[] connects, Action<Exception> judge)
    {
        var failures = 0;
        foreach (var connect in connects)
        {
            try
            {
                await (await connect.WaitAsync(Patience, Stop)).DisposeAsync();
            }
            catch (Exception e) when (e is not TimeoutException && !Stop.IsCancellationRequested)
            {
                judge(e);
                failures++;
            }
        }
        Assert.NotEqual(0, failures);
    }
}
