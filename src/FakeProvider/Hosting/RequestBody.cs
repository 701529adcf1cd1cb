using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Reads request bodies whole, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The whole body, valid until the reader is advanced. The limit is ours and not the server's,
    /// which would close the connection instead of answering a client that is still sending.
    /// </summary>
    /// <exception cref="ApiErrorException">The body is too large.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(
        HttpRequest request,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > maxBytes)
        {
            throw new ApiErrorException(ApiErrors.TooLarge(maxBytes));
        }
        while (true)
        {
            var result = await request.BodyReader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > maxBytes)
            {
                request.BodyReader.AdvanceTo(result.Buffer.End);
                throw new ApiErrorException(ApiErrors.TooLarge(maxBytes));
            }
            if (result.IsCompleted)
            {
                return result.Buffer;
            }
            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
