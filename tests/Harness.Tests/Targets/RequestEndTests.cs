using System.Buffers;
using System.Text;

namespace GatewayBench.Tests.Targets;

public sealed class RequestEndTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const string Post =
        "POST /a HTTP/1.1\r\nHost: localhost\r\ncontent-LENGTH:  5 \r\nX-Other: 7\r\n\r\n12345";
    private const string Chunked =
        "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7;a=b\r\n0\r\n\r\n12\r\n1\r\nx\r\n0\r\n\r\n";
    private const string Trailed =
        "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\nSum: 1\r\n\r\n";

    [Theory]
    [InlineData(Get)]
    [InlineData(Post)]
    [InlineData(Chunked)]
    [InlineData(Trailed)]
    public void A_request_ends_with_its_last_byte_and_not_before(string request)
    {
        for (var length = 0; length < request.Length; length++)
        {
            Assert.Null(End(Whole(request[..length])));
        }
        Assert.Equal(request.Length, End(Whole(request)));
        Assert.Equal(request.Length, End(Whole(request + Get)));
    }

    [Theory]
    [InlineData(Get)]
    [InlineData(Post)]
    [InlineData(Chunked)]
    public void Where_it_was_split_on_its_way_makes_no_difference(string request)
    {
        for (var split = 1; split < request.Length; split++)
        {
            Assert.Equal(request.Length, End(Pieces(request[..split], request[split..] + Post)));
        }
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: five\r\n\r\n", "Content-Length 'five'")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "Content-Length '-1'")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "chunk size 'xyz'")]
    public void A_length_that_is_none_is_refused(string request, string named)
    {
        var error = Assert.Throws<InvalidDataException>(() => End(Whole(request)));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static long? End(ReadOnlySequence<byte> buffer) =>
        RequestEnd.Find(buffer) is { } end ? buffer.Slice(0, end).Length : null;

    private static ReadOnlySequence<byte> Whole(string text) => new(Encoding.ASCII.GetBytes(text));

    private static ReadOnlySequence<byte> Pieces(string first, string second)
    {
        var start = new Segment(Encoding.ASCII.GetBytes(first), runningIndex: 0);
        var end = new Segment(Encoding.ASCII.GetBytes(second), first.Length);
        start.Append(end);
        return new ReadOnlySequence<byte>(start, 0, end, second.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, long runningIndex)
        {
            Memory = bytes;
            RunningIndex = runningIndex;
        }

        public void Append(Segment next) => Next = next;
    }
}
