namespace Gateway.Tests;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:6379", "127.0.0.1", 6379)]
    [InlineData("cache.internal:1", "cache.internal", 1)]
    [InlineData("[::1]:6380", "::1", 6380)]
    public void Host_and_port_are_taken_apart(string text, string host, int port) =>
        Assert.Equal(new RedisAddress(host, port), RedisAddress.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("localhost:0")]
    [InlineData("localhost:65536")]
    [InlineData("redis://localhost:6379")]
    [InlineData(":secret@localhost:6379")]
    [InlineData("localhost:6379/1")]
    [InlineData("localhost:6379/")]
    [InlineData("localhost:6379?ssl=true")]
    public void Anything_else_is_refused(string text) => Assert.Null(RedisAddress.TryParse(text));
}
