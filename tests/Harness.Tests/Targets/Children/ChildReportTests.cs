namespace GatewayBench.Tests.Targets.Children;

public sealed class ChildReportTests
{
    [Fact]
    public void An_end_is_told_by_its_code_and_what_the_runtime_said_of_it()
    {
        const string Output = """
            started
            Unhandled exception. System.InvalidOperationException: api_key=sk-abcdefghijkl
               at Somewhere.In.The.Code()
            """;

        Assert.Equal("exit code 3", ChildEnd.Describe(3, "", null));
        Assert.Equal("exit code 1: the last", ChildEnd.Describe(1, "first\nthe last\n\n", null));
        Assert.Equal(
            "exit code 1: Unhandled exception. System.InvalidOperationException: api_key=[redacted]",
            ChildEnd.Describe(1, Output, null)
        );
    }

    [Fact]
    public void A_signal_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");

        Assert.Equal("exit code 137 (SIGKILL)", ChildEnd.Describe(137, "", null));
        Assert.Equal("exit code 139 (SIGSEGV)", ChildEnd.Describe(139, "", null));
    }

    [Theory]
    [InlineData("Out of memory.\nAborted")]
    [InlineData("Unhandled exception. System.OutOfMemoryException: Exception of type")]
    public void Out_of_memory_is_told_with_the_limit_if_there_is_one(string output)
    {
        Assert.Equal("exit code 1, out of memory", ChildEnd.Describe(1, output, null));
        Assert.Equal(
            "exit code 1, out of memory: heap limit 200 MB",
            ChildEnd.Describe(1, output, 200_000_000)
        );
    }

    [Fact]
    public void A_line_without_the_token_is_no_message()
    {
        var line = new ChildMessage { Fault = "of the guard" }.ToLine("token");

        Assert.Equal("of the guard", ChildMessage.Parse(line, "token")!.Fault);
        Assert.Null(ChildMessage.Parse(line, "another"));
    }

    [Fact]
    public async Task Only_the_last_of_a_long_output_is_kept()
    {
        var tail = new OutputTail();
        using var output = new StringReader(new string('x', 1_000_000) + "the end");

        await tail.DrainAsync(output);

        Assert.EndsWith("xthe end", tail.ToString(), StringComparison.Ordinal);
        Assert.True(tail.ToString().Length < 100_000);
    }
}
