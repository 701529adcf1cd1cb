namespace GatewayBench.FakeProviderTests;

public sealed class FileDelayTests
{
    [Fact]
    public void Comments_blank_lines_and_other_line_ends_are_read_over()
    {
        using var file = new TemporaryFile("# measured\r\n\r\n 2s # slow\r\n1s\r\n#\n3s");
        var delay = Delay.FromFile(file.Path);

        Assert.Equal(TimeSpan.FromSeconds(1), delay.FromUniform(1e-16));
        Assert.Equal(TimeSpan.FromSeconds(2), delay.FromUniform(0.5));
        Assert.Equal(TimeSpan.FromSeconds(3), delay.FromUniform(1 - 1e-16));
    }

    [Theory]
    [InlineData(
        "1s\n# x\nfast # why\n",
        "line 3: 'fast' is no such duration; allowed: one duration"
    )]
    [InlineData(
        "25h\n",
        "line 1: '25h' is no such duration; allowed: one duration from zero to 24 hours"
    )]
    [InlineData("# nothing\n\n", "holds no duration; allowed: one duration")]
    public void What_is_no_duration_is_refused_naming_file_line_and_value(
        string content,
        string expected
    )
    {
        using var file = new TemporaryFile(content);
        var error = Assert.Throws<InvalidDataException>(() => Delay.FromFile(file.Path));

        Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_lines_without_end_are_refused()
    {
        using var lines = new TemporaryFile(new string('\n', 1_000_001));
        using var line = new TemporaryFile(new string('1', 201) + "s");

        AssertRefused(lines, "line 1000001: '' is one line too many");
        AssertRefused(line, "line 1: '1111111111111111111111111111111111111111...' is too long");
    }

    [Fact]
    public void The_path_is_given_back_as_text_with_its_parentheses()
    {
        using var file = new TemporaryFile("1s");
        var path = file.Path + " (1), copy";
        File.Move(file.Path, path);
        try
        {
            var delay = Delay.Parse($"mixture(100%:file({path}))");
            Assert.Equal($"mixture(100%:file({path}))", delay.ToString());
            Assert.Equal(TimeSpan.FromSeconds(1), delay.Draw(1, 2));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a ")]
    [InlineData("a)(b")]
    [InlineData("a(")]
    public void Paths_that_a_text_can_not_hold_are_refused(string path) =>
        Assert.Throws<ArgumentException>(() => Delay.FromFile(path));

    private static void AssertRefused(TemporaryFile file, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => Delay.FromFile(file.Path));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
