using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Gateway;

/// <summary>
/// One command at a time, in the protocol's version 2 (RESP2). After any failure the connection is of
/// no use: an answer may still be on its way.
/// </summary>
internal sealed class RedisConnection(Stream stream) : IDisposable
{
    private readonly RespReader _replies = new(PipeReader.Create(stream));

    /// <returns>The text or value that it answers; null for "none".</returns>
    /// <exception cref="RedisException">It answers that something is wrong, or no RESP2.</exception>
    /// <exception cref="IOException">The connection is gone.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> AskAsync(
        string command,
        ReadOnlyMemory<byte>[] arguments,
        CancellationToken cancellationToken
    )
    {
        await stream.WriteAsync(Written(command, arguments), cancellationToken);
        return await _replies.ReadAsync(cancellationToken);
    }

    public void Dispose() => stream.Dispose();

    private static ReadOnlyMemory<byte> Written(string command, ReadOnlyMemory<byte>[] arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + arguments.Sum(word => word.Length + 16));
        WriteText(buffer, $"*{arguments.Length + 1}\r\n${command.Length}\r\n{command}\r\n");
        foreach (var word in arguments)
        {
            WriteText(buffer, $"${word.Length}\r\n");
            buffer.Write(word.Span);
            WriteText(buffer, "\r\n");
        }
        return buffer.WrittenMemory;
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string ascii) =>
        Encoding.ASCII.GetBytes(ascii, buffer);
}
