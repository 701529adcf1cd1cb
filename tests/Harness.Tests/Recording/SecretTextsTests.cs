namespace GatewayBench.Tests.Recording;

public sealed class SecretTextsTests
{
    [Theory]
    [InlineData("key abc", "key [redacted]")]
    [InlineData("key abcdef abc", "key [redacted] [redacted]")]
    [InlineData(
        "a%22%2Fb and a\\u0022/b and a\\\"/b and a\"/b",
        "[redacted] and [redacted] and [redacted] and [redacted]"
    )]
    [InlineData("nothing", "nothing")]
    public void Secrets_are_hidden_in_each_form_that_they_are_sent_in(
        string text,
        string expected
    ) => Assert.Equal(expected, new SecretTexts(["abc", "abcdef", "a\"/b"]).Redact(text));

    [Fact]
    public void A_sample_is_rid_of_secrets_before_it_is_cut()
    {
        var secret = new string('s', 20) + "ecret";
        var samples = new ErrorSamples(secrets: new SecretTexts([secret]));

        // Neither where the text is cut first, nor where it is cut last.
        samples.Keep(Outcome.BadBody, new string(' ', 790) + secret);
        samples.Keep(Outcome.Http5xx, new string('x', 190) + " " + secret);

        Assert.DoesNotContain("sss", samples[Outcome.BadBody], StringComparison.Ordinal);
        Assert.DoesNotContain("sss", samples[Outcome.Http5xx], StringComparison.Ordinal);
    }
}
