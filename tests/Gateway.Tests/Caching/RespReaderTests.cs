using System.IO.Pipelines;
using System.Text;

namespace Gateway.Tests;

public sealed class RespReaderTests
{
    [Theory]
    [InlineData("+OK\r\n", "OK")]
    [InlineData("$5\r\nhello\r\n", "hello")]
    [InlineData("$4\r\na\r\nb\r\n", "a\r\nb")]
    [InlineData("$0\r\n\r\n", "")]
    [InlineData("$-1\r\n", null)]
    public async Task Replies_are_read_however_they_are_cut(string bytes, string? expected)
    {
        for (var size = 1; size <= bytes.Length; size++)
        {
            var reader = new RespReader(PipeReader.Create(new CutStream(bytes, size)));

            var reply = await reader.ReadAsync(TestContext.Current.CancellationToken);

            Assert.Equal(
                expected,
                reply is null ? null : Encoding.UTF8.GetString(reply.Value.Span)
            );
        }
    }

    [Theory]
    [InlineData("-WRONGPASS invalid username-password pair\r\n", "Redis answered WRONGPASS.")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "Redis answered no RESP2.")]
    [InlineData("$x\r\n", "Redis answered no RESP2.")]
    [InlineData("$99999999999\r\n", "Redis answered no RESP2.")]
    [InlineData("\r\n", "Redis answered no RESP2.")]
    public async Task Errors_and_other_protocols_are_told_without_quoting_them(
        string bytes,
        string expected
    )
    {
        var reader = new RespReader(PipeReader.Create(new CutStream(bytes, 100)));

        var e = await Assert.ThrowsAsync<RedisException>(async () =>
            await reader.ReadAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(expected, e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$5")]
    [InlineData("$5\r\nhel")]
    public async Task A_reply_that_breaks_off_is_a_broken_connection(string bytes)
    {
        var reader = new RespReader(PipeReader.Create(new CutStream(bytes, 100)));

        await Assert.ThrowsAsync<EndOfStreamException>(async () =>
            await reader.ReadAsync(TestContext.Current.CancellationToken)
        );
    }

    /// <summary>Gives out a few bytes at a time.</summary>
    private sealed class CutStream(string bytes, int size)
        : MemoryStream(Encoding.UTF8.GetBytes(bytes))
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
