using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;
using Polly;

namespace Gateway;

/// <summary>Keeps answers in Redis, which drops them by itself. Without Redis it has none.</summary>
internal sealed class RedisAnswerStore(
    RedisClient redis,
    IOptions<PromptCacheOptions> options,
    PromptCacheMetrics metrics
) : IAnswerStore
{
    private readonly byte[] _ttl = Ascii(
        (options.Value.TtlSeconds * 1000L).ToString(CultureInfo.InvariantCulture)
    );

    public ValueTask<ReadOnlyMemory<byte>?> FindAsync(
        string key,
        CancellationToken cancellationToken
    ) => TryAsync("GET", [Ascii(key)], cancellationToken);

    // Without the caller's token: who leaves now has paid for an answer that the next one can have.
    public async ValueTask KeepAsync(string key, ReadOnlyMemory<byte> answer) =>
        await TryAsync("SET", [Ascii(key), answer, "PX"u8.ToArray(), _ttl], CancellationToken.None);

    private async ValueTask<ReadOnlyMemory<byte>?> TryAsync(
        string command,
        ReadOnlyMemory<byte>[] arguments,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await redis.AskAsync(command, arguments, cancellationToken);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or SocketException
                        or AuthenticationException
                        or RedisException
                        or ExecutionRejectedException
            )
        {
            metrics.StoreFailed(command, e.GetType().Name);
            return null;
        }
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
