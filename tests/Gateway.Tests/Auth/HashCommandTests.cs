namespace Gateway.Tests;

public sealed class HashCommandTests
{
    [Fact]
    public void A_password_is_read_from_the_input_and_its_hash_lets_it_in()
    {
        var (code, output, _) = Run("correct horse\n", "--hash", "password");

        Assert.Equal(0, code);
        Assert.True(Passwords.IsHash(output.TrimEnd()));
        Assert.DoesNotContain("correct horse", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_key_is_printed_with_its_hash()
    {
        var (code, output, _) = Run("", "--hash", "key");

        var lines = output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(0, code);
        Assert.Matches("^key  gw-[0-9a-f]{64}$", lines[0]);
        Assert.Equal($"hash {ApiKeys.Hash(lines[0]["key  ".Length..])}", lines[1]);
        Assert.NotEqual(lines[0], Run("", "--hash", "key").Output.Split('\n')[0].TrimEnd());
    }

    [Theory]
    [InlineData("", "The password is empty: a line on standard input is expected.", "password")]
    [InlineData("", "--hash is followed by '': allowed is key or password, and nothing else.")]
    [InlineData(
        "",
        "--hash is followed by 'key x': allowed is key or password, and nothing else.",
        "key",
        "x"
    )]
    public void Wrong_usage_is_told(string input, string expected, params string[] more)
    {
        var (code, output, error) = Run(input, ["--hash", .. more]);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Equal(expected, error.TrimEnd());
    }

    private static (int Code, string Output, string Error) Run(string input, params string[] args)
    {
        Assert.True(HashCommand.IsAsked(args));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = HashCommand.Run(args, new StringReader(input), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
