using System.Text;

namespace GatewayBench.Tests.Scenarios;

public sealed class ReplyTests
{
    [Theory]
    [InlineData("""{"answer": "yes"}""", "yes")]
    [InlineData("""{"a": {"answer": "inner"}, "answer": "outer"}""", "outer")]
    [InlineData("""{"answer": 4.5}""", "4.5")]
    [InlineData("""{"answer": {"x": [1, 2]}}""", """{"x": [1, 2]}""")]
    [InlineData("""{"answer": null}""", null)]
    [InlineData("""{"other": "answer"}""", null)]
    [InlineData("""["answer"]""", null)]
    [InlineData("""{"answer": "yes" """, null)]
    [InlineData("""{"answer": "yes"} trailing""", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public async Task A_property_of_the_body_is_read_only_from_whole_json(
        string body,
        string? expected
    )
    {
        var reply = new Reply();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        await reply.Buffer.FillAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal(expected, reply.Json("answer"));
    }

    [Fact]
    public async Task A_body_of_any_size_is_read_whole_and_the_next_starts_afresh()
    {
        var buffer = new BodyBuffer();
        var large = new byte[1_000_003];
        new Random(1).NextBytes(large);

        await buffer.FillAsync(new MemoryStream(large), TestContext.Current.CancellationToken);
        Assert.True(buffer.WrittenSpan.SequenceEqual(large));
        buffer.Clear();
        await buffer.FillAsync(new MemoryStream([1, 2]), TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], buffer.WrittenSpan.ToArray());
    }

    [Fact]
    public async Task At_rest_it_holds_no_memory_and_the_next_body_is_read_whole()
    {
        var buffer = new BodyBuffer();
        Assert.Equal(0, buffer.Capacity);

        await buffer.FillAsync(new MemoryStream([1, 2]), TestContext.Current.CancellationToken);
        buffer.Rest();
        Assert.Equal((0, 0), (buffer.Capacity, buffer.Length));
        await buffer.FillAsync(new MemoryStream([3]), TestContext.Current.CancellationToken);

        Assert.Equal([3], buffer.WrittenSpan.ToArray());
    }
}
