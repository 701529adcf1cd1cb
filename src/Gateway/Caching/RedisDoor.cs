using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Gateway;

/// <summary>Opens connections to one Redis, ready for commands.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="password">Empty for none.</param>
/// <param name="tls">How its certificate is checked; null for no TLS.</param>
internal sealed class RedisDoor(
    RedisAddress address,
    string password,
    SslClientAuthenticationOptions? tls
)
{
    public RedisAddress Address => address;

    public async Task<RedisConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        RedisConnection? connection = null;
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
            connection = new RedisConnection(await StreamOverAsync(socket, cancellationToken));
            if (password.Length > 0)
            {
                var word = Encoding.UTF8.GetBytes(password);
                await connection.AskAsync("AUTH", [word], cancellationToken);
            }
            return connection;
        }
        catch
        {
            connection?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    private async Task<Stream> StreamOverAsync(Socket socket, CancellationToken cancellationToken)
    {
        var plain = new NetworkStream(socket, ownsSocket: true);
        if (tls is null)
        {
            return plain;
        }
        var secured = new SslStream(plain);
        tls.TargetHost = address.Host;
        await secured.AuthenticateAsClientAsync(tls, cancellationToken);
        return secured;
    }
}
