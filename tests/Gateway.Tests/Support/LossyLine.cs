using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Gateway.Tests;

/// <summary>
/// A line to a PostgreSQL that loses the answer to a commit: the server has committed, and the client's
/// connection ends instead of telling.
/// </summary>
internal sealed class LossyLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly UnixDomainSocketEndPoint _server;
    private readonly Task _served;
    private int _losses;

    /// <param name="connectionString">Of a server behind a Unix socket.</param>
    public LossyLine(string connectionString)
    {
        var asked = new NpgsqlConnectionStringBuilder(connectionString);
        _server = new(Path.Combine(asked.Host!, $".s.PGSQL.{asked.Port}"));
        _listener.Start();
        asked.Host = IPAddress.Loopback.ToString();
        asked.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        ConnectionString = asked.ConnectionString;
        _served = ServeAsync();
    }

    /// <summary>The same for who comes through here.</summary>
    public string ConnectionString { get; }

    /// <summary>How many answers to commits were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>The next answer to a commit is lost.</summary>
    public void LoseNext() => Volatile.Write(ref _losses, 1);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _served.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task ServeAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(CarryAsync(await _listener.AcceptSocketAsync(_ended.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = new NetworkStream(client, ownsSocket: true);
        using var server = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        await server.ConnectAsync(_server);
        using var far = new NetworkStream(server);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        var isCommit = false;
        Task[] ways =
        [
            CarryAsync(
                near,
                far,
                bytes =>
                {
                    Volatile.Write(ref isCommit, bytes.Span.IndexOf("COMMIT\0"u8) >= 0);
                    return true;
                },
                over.Token
            ),
            CarryAsync(far, near, _ => !Volatile.Read(ref isCommit) || !Loses(), over.Token),
        ];
        await Task.WhenAny(ways);
        await over.CancelAsync();
        await Task.WhenAll(ways).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool Loses()
    {
        var loses = Interlocked.Exchange(ref _losses, 0) == 1;
        Lost += loses ? 1 : 0;
        return loses;
    }

    private static async Task CarryAsync(
        NetworkStream from,
        NetworkStream to,
        Func<ReadOnlyMemory<byte>, bool> mayPass,
        CancellationToken over
    )
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, over) is > 0 and var count)
        {
            var bytes = buffer.AsMemory(0, count);
            if (!mayPass(bytes))
            {
                return;
            }
            await to.WriteAsync(bytes, over);
        }
    }
}
