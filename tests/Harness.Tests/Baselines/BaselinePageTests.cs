namespace GatewayBench.Tests.Baselines;

public sealed class BaselinePageTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Only_what_stands_between_the_marks_is_replaced()
    {
        File.WriteAllText(
            _path,
            $"by hand\n\n{BaselinePage.Begin}\nstale\n{BaselinePage.End}\n\nby hand, too\n"
        );

        Write(Runs.Recorded(Runs.Of(1_234)));
        var once = File.ReadAllText(_path);
        Write(Runs.Recorded(Runs.Of(1_234)));

        Assert.StartsWith(
            $"by hand\n\n{BaselinePage.Begin}\n\n### a CPU, 8 cores, up to 16 GiB, ",
            once,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            $"\n\n{BaselinePage.End}\n\nby hand, too\n",
            once,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("stale", once, StringComparison.Ordinal);
        Assert.Matches(
            @"\| GET /health \| 32 users \| +5,000 \| +0 \| 1,234 \| +- \| +25\.0 us \| +1\.80 kB \|",
            once
        );
        Assert.Equal(once, File.ReadAllText(_path));
    }

    [Fact]
    public void A_page_is_made_where_there_is_none()
    {
        Write();

        Assert.Equal(
            $"# Baselines\n\n{BaselinePage.Begin}\n\nNone is recorded yet.\n\n{BaselinePage.End}\n",
            File.ReadAllText(_path)
        );
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData(BaselinePage.Begin)]
    [InlineData(BaselinePage.End + BaselinePage.Begin)]
    [InlineData(BaselinePage.Begin + BaselinePage.End + BaselinePage.Begin + BaselinePage.End)]
    public void A_page_without_both_marks_once_each_is_refused(string text)
    {
        File.WriteAllText(_path, text);

        var error = Assert.Throws<InvalidDataException>(() => BaselinePage.Open(_path));

        Assert.Equal(
            $"{_path} needs the lines '{BaselinePage.Begin}' and '{BaselinePage.End}', in this order and once each.",
            error.Message
        );
    }

    [Fact]
    public void Rows_of_different_transports_are_in_different_tables()
    {
        var inMemory = Runs.Of(9_000, day: 3).With(row => row with { Transport = "inmemory" });

        var lines = BaselinePage.Lines([Runs.Recorded(Runs.Of(1_000), inMemory)]).ToList();

        Assert.Equal(
            [
                "**Gateway, inmemory, inprocess, 5 s a row**",
                "**Gateway, loopback, inprocess, 5 s a row**",
            ],
            lines.Where(line => line.StartsWith("**", StringComparison.Ordinal))
        );
        Assert.Equal(
            2,
            lines.Count(line => line.Contains("OK/s over time", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_hostile_name_is_shown_as_text()
    {
        var text = string.Join(
            '\n',
            BaselinePage.Lines([Runs.Recorded(Runs.Of(1, name: "<script>|x"))])
        );

        Assert.Contains("&lt;script&gt;\\|x", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }

    private void Write(params MachineBaselines[] machines) =>
        BaselinePage.Open(_path).Write(BaselinePage.Lines(machines));
}
