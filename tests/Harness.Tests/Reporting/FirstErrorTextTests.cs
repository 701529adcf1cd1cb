namespace GatewayBench.Tests.Reporting;

public sealed class FirstErrorTextTests
{
    [Theory]
    [InlineData(32, 90, ", first at 90 users, 4:30")]
    [InlineData(32, 1, ", first at 1 user, 4:30")]
    [InlineData(32, null, ", first at 4:30")]
    [InlineData(null, 1_200, ", first with 1,200 in flight, 4:30")]
    public void It_says_how_many_there_were_and_when(int? users, int? then, string text)
    {
        var row = Results.Row("POST /api/chat") with
        {
            Users = users,
            FirstErrors = [new(Outcome.Timeout, 3, 7), new(Outcome.RateLimited, 270, then)],
        };

        Assert.Equal(text, FirstErrorText.Of(row, Outcome.RateLimited));
        Assert.Equal("", FirstErrorText.Of(row, Outcome.Http5xx));
    }

    [Fact]
    public void It_stands_behind_the_count_of_its_class_in_every_report()
    {
        var row = Results.Row("POST /api/chat") with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.RateLimited] = 255 },
            Expected = [Outcome.RateLimited],
            FirstErrors = [new(Outcome.RateLimited, 270, 90)],
            Samples = new Dictionary<Outcome, string> { [Outcome.RateLimited] = "HTTP 429" },
        };
        const string Line =
            "POST /api/chat, 32 users: rate_limited 255 (expected), first at 90 users, 4:30: HTTP 429";

        Assert.Contains("  " + Line, ConsoleReport.Lines(Results.Of(row)));
        Assert.Contains(Line, MarkdownReport.Lines(Results.Of(row)));
    }
}
