namespace GatewayBench.FakeProviderTests;

public sealed class DurationTests
{
    [Theory]
    [InlineData("400ms", 400)]
    [InlineData("4s", 4_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("5m", 300_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("250us", 0.25)]
    [InlineData("0ms", 0)]
    public void A_number_with_a_unit_is_read(string text, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("5")]
    [InlineData("ms")]
    [InlineData("-1s")]
    [InlineData("1 s")]
    [InlineData("1,5s")]
    [InlineData("1d")]
    [InlineData("1S")]
    [InlineData("1m30s")]
    [InlineData("5sm")]
    [InlineData("1e3s")]
    [InlineData("99999999999999h")]
    [InlineData("99999999999999999999999999999999999h")]
    public void Anything_else_is_refused_naming_the_text_and_what_is_allowed(string text)
    {
        var message = Assert.Throws<FormatException>(() => Duration.Parse(text)).Message;

        Assert.Contains($"'{text}'", message, StringComparison.Ordinal);
        Assert.Contains("us, ms, s, m or h", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_takes_null_for_no_duration() =>
        Assert.False(Duration.TryParse(null, out _));

    [Theory]
    [InlineData("0ms")]
    [InlineData("0.1us")]
    [InlineData("999.9us")]
    [InlineData("1.0001ms")]
    [InlineData("400ms")]
    [InlineData("1.0000001s")]
    [InlineData("90s")]
    [InlineData("2m")]
    [InlineData("24h")]
    public void The_text_of_a_duration_is_the_same_duration(string text) =>
        Assert.Equal(text, Duration.ToText(Duration.Parse(text)));
}
