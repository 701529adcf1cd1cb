namespace GatewayBench.Tests.Scenarios;

public sealed class JsonPropertyTests
{
    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text() =>
        Assert.Null(JsonProperty.Of("""{"reply":"\ud83d"}"""u8, "reply"));

    [Fact]
    public void What_is_no_UTF8_is_no_text()
    {
        byte[] json = [.. "{\"reply\":\""u8, 0xff, .. "\"}"u8];

        Assert.Null(JsonProperty.Of(json, "reply"));
    }

    [Fact]
    public void A_text_elsewhere_does_not_matter() =>
        Assert.Equal("yes", JsonProperty.Of("""{"x":"\ud83d","reply":"yes"}"""u8, "reply"));
}
