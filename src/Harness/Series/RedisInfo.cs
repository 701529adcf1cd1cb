using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace GatewayBench;

/// <summary>
/// Asks a Redis server for <c>INFO</c>, in its own protocol
/// (https://redis.io/docs/latest/develop/reference/protocol-spec/): two commands need no library.
/// </summary>
internal sealed class RedisInfo(RedisAddress address, string? password)
{
    private const int PatienceMilliseconds = 800;
    private const int MostBytes = 1_000_000;

    /// <returns>Null where it does not answer, or refuses.</returns>
    public string? TryAsk()
    {
        try
        {
            using var client = new TcpClient(address.Host, address.Port)
            {
                SendTimeout = PatienceMilliseconds,
                ReceiveTimeout = PatienceMilliseconds,
            };
            using var stream = client.GetStream();
            if (password is not null)
            {
                stream.Write(Command("AUTH", password));
            }
            stream.Write(Command("INFO"));
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var first = reader.ReadLine();
            var length =
                password is null ? first
                : first == "+OK" ? reader.ReadLine()
                : null;
            return
                length is ['$', .. var digits]
                && int.TryParse(
                    digits,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var size
                )
                && size <= MostBytes
                ? Body(reader, size)
                : null;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return null;
        }
    }

    /// <summary>INFO is plain ASCII, so that bytes are characters.</summary>
    private static string? Body(StreamReader reader, int size)
    {
        var body = new char[size];
        return reader.ReadBlock(body) == size ? new string(body) : null;
    }

    private static byte[] Command(params ReadOnlySpan<string> words)
    {
        var command = new StringBuilder($"*{words.Length}\r\n");
        foreach (var word in words)
        {
            command.Append(
                CultureInfo.InvariantCulture,
                $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"
            );
        }
        return Encoding.UTF8.GetBytes(command.ToString());
    }
}
