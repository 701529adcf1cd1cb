using Microsoft.AspNetCore.Http;

namespace GatewayBench.FakeProviderTests;

public sealed class IdentityReaderTests
{
    private const string TraceParentOf1 = "00-00000000000000000000000000000001-b7ad6b7169203331-01";
    private static readonly RequestId Marked = new(0, 3);

    [Fact]
    public void The_marker_wins_over_a_trace_id_and_that_over_the_header()
    {
        Assert.Equal(Marked, Read(TraceParentOf1, "2", Marked));
        Assert.Equal(new RequestId(0, 1), Read(TraceParentOf1, "2", null));
        Assert.Equal(new RequestId(0, 2), Read("not valid", "2", null));
        Assert.Equal(new RequestId(0, 2), Read(null, "2", null));
        Assert.Null(Read(null, null, null));
    }

    [Fact]
    public void The_header_takes_any_text()
    {
        var one = Read(null, "user 7, turn 1", null);

        Assert.Equal(one, Read(null, "user 7, turn 1", null));
        Assert.NotEqual(one, Read(null, "user 7, turn 2", null));
        // One digit more than an id has, and a letter that is none.
        Assert.NotNull(Read(null, new string('1', 33), null));
        Assert.NotNull(Read(null, "h\u00e9", null));
        Assert.NotNull(Read(null, "0", null));
    }

    private static RequestId? Read(string? traceParent, string? header, RequestId? marked)
    {
        var headers = new HeaderDictionary();
        if (traceParent is not null)
        {
            headers["traceparent"] = traceParent;
        }
        if (header is not null)
        {
            headers["x-id"] = header;
        }
        return new IdentityReader("X-Id").Read(headers, marked);
    }
}
