namespace GatewayBench.Tests.Recording;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("""{"api_key": "abc123secret", "x": 1}""", "abc123secret")]
    [InlineData("Authorization: Bearer abc.def-123", "abc.def-123")]
    [InlineData("incorrect key provided: sk-proj-abcdefgh12345678", "abcdefgh")]
    [InlineData("password=hunter2&user=me", "hunter2")]
    [InlineData("Cookie: session-of-mine", "session-of-mine")]
    [InlineData("""{"detail":"{\"api_key\":\"abc123secret\"}"}""", "abc123secret")]
    [InlineData("""{"secret": "two words"}""", "words")]
    [InlineData("key provided: 0123456789abcdef0123456789abcdef", "0123456789abcdef")]
    [InlineData("token eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl", "eyJzdWIi")]
    [InlineData("redis://:s3cr@t/x@cache:6379/0", "s3cr")]
    [InlineData("postgres://me:12ab/hunter@db/x", "hunter")]
    [InlineData("Host=x;Pwd=two words, more;Database=y", "words")]
    [InlineData("Host=x;Password=two words", "words")]
    public void Secrets_are_taken_out(string text, string secret)
    {
        var clean = Redactor.Clean(text);

        Assert.DoesNotContain(secret, clean, StringComparison.Ordinal);
        Assert.Contains("[redacted]", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_stays() =>
        Assert.Equal(
            """HTTP 429 {"detail":"slow down"}""",
            Redactor.Clean("""HTTP 429 {"detail":"slow down"}""")
        );

    [Fact]
    public void An_address_without_a_password_stays() =>
        Assert.Equal(
            "http://localhost:5000/users/ann@example",
            Redactor.Clean("http://localhost:5000/users/ann@example")
        );

    [Fact]
    public void It_is_one_short_line_without_control_characters()
    {
        var clean = Redactor.Clean(
            "a\r\nb\u001b[31m" + string.Concat(Enumerable.Repeat("word ", 100_000))
        );

        Assert.Equal("a b [31m", clean[..8]);
        Assert.Equal(203, clean.Length);
        Assert.EndsWith("...", clean, StringComparison.Ordinal);
    }
}
