namespace GatewayBench.FakeProviderTests;

public sealed class DelayTextTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("20ms")]
    [InlineData("1.5s")]
    [InlineData("uniform(2s,8s)")]
    [InlineData("normal(mean=100ms,deviation=20ms)")]
    [InlineData("lognormal(p50=400ms,p99=4s)")]
    [InlineData("pareto(p50=400ms,p99=4s)")]
    [InlineData("mixture(90%:lognormal(p50=400ms,p99=4s),9.5%:5s,0.5%:none)")]
    [InlineData("mixture(50%:1s,50%:mixture(10%:2s,90%:percentiles(50:3s)))")]
    [InlineData("percentiles(0:0ms,50:400ms,99.9:4s,100:24h)")]
    public void A_text_is_given_back(string text) =>
        Assert.Equal(text, Delay.Parse(text).ToString());

    [Theory]
    [InlineData("fixed(20ms)", "20ms")]
    [InlineData("0ms", "none")]
    [InlineData("60s", "1m")]
    [InlineData(" uniform ( 2s , 8000ms ) ", "uniform(2s,8s)")]
    [InlineData("mixture( 90.0% : 1s, 10%:2s )", "mixture(90%:1s,10%:2s)")]
    [InlineData("preset(frontier-hosted-a)", "lognormal(p50=774ms,p99=1.784s)")]
    [InlineData("preset(frontier-hosted-a,gap)", "20ms")]
    public void Other_ways_to_write_the_same_become_one(string text, string expected) =>
        Assert.Equal(expected, Delay.Parse(text).ToString());

    [Fact]
    public void The_text_of_a_delay_gives_the_same_draws()
    {
        var delay = Delay.Mixture(
            (33.3m, Delay.LogNormal(TimeSpan.FromTicks(1_234_567), TimeSpan.FromTicks(98_765_432))),
            (66.7m, Delay.Pareto("1.0000001s", "2s"))
        );
        var again = Delay.Parse(delay.ToString());

        Assert.All(
            Enumerable.Range(0, 1_000),
            key => Assert.Equal(delay.Draw(7, (ulong)key), again.Draw(7, (ulong)key))
        );
    }

    [Fact]
    public void No_delay_is_the_one_instance_for_it()
    {
        Assert.Same(Delay.None, Delay.Parse("none"));
        Assert.Same(Delay.None, Delay.Parse("0ms"));
    }

    [Theory]
    [InlineData("", "at character 1 is the end; allowed: none, a duration")]
    [InlineData("soon", "at character 1 is 'soon'; allowed: none, a duration")]
    [InlineData("Uniform(1s,2s)", "at character 1 is 'Uniform(1s,2s)'; allowed: none")]
    [InlineData("20", "at character 1 is '20'; allowed: a number and a unit")]
    [InlineData("-20ms", "at character 1 is '-20ms'; allowed: none")]
    [InlineData("20ms 3", "at character 6 is '3'; allowed: nothing more")]
    [InlineData("uniform(2s;8s)", "at character 11 is ';8s)'; allowed: ','")]
    [InlineData("uniform(2s,8s", "at character 14 is the end; allowed: ')'")]
    [InlineData("uniform(2s,8)", "at character 12 is '8)'; allowed: a number and a unit")]
    [InlineData("uniform(8s,2s)", "at character 1: most is 2s; allowed: from 8s")]
    [InlineData("lognormal(400ms,4s)", "at character 11 is '400ms,4s)'; allowed: 'p50'")]
    [InlineData("lognormal(p50=4s,p99=1s)", "at character 1: p99 is 1s; allowed: from p50 (4s)")]
    [InlineData("lognormal(p50=1s)", "at character 17 is ')'; allowed: ','")]
    [InlineData("mixture(90:1s)", "at character 11 is ':1s)'; allowed: '%'")]
    [InlineData("mixture(x%:1s)", "at character 9 is 'x%:1s)'; allowed: a number")]
    [InlineData("mixture(90%:1s)", "at character 1: the sum of the percents is 90; allowed")]
    [InlineData("mixture(90%:1s,10%:fixed(25h))", "at character 20: value is 25h; allowed")]
    [InlineData("percentiles(50:1s,40:2s)", "at character 1: a percentile is 40; allowed: above")]
    [InlineData("preset(gpt)", "at character 8 is 'gpt)'; allowed: frontier-hosted-a, ")]
    [InlineData("preset(small-hosted,p99)", "at character 21 is 'p99)'; allowed: 'gap'")]
    [InlineData("file()", "at character 6 is ')'; allowed: a path")]
    [InlineData("file(a", "at character 6 is 'a'; allowed: a path")]
    public void What_is_wrong_is_pointed_at(string text, string expected)
    {
        var error = Assert.Throws<FormatException>(() => Delay.Parse(text));

        Assert.Contains(
            $"'{text}' is not a delay: {expected}",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.False(Delay.TryParse(text, out _));
    }

    [Fact]
    public void A_missing_file_is_an_error_of_the_text()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var error = Assert.Throws<FormatException>(() =>
            Delay.Parse($"mixture(100%:file({path}))")
        );

        Assert.Contains("at character 14: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixtures_nest_eight_deep_and_no_deeper()
    {
        Assert.True(Delay.TryParse(Nested(8), out _));
        var error = Assert.Throws<FormatException>(() => Delay.Parse(Nested(100_000)));

        Assert.Contains("allowed: mixtures 8 deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_takes_null_for_no_delay() => Assert.False(Delay.TryParse(null, out _));

    [Fact]
    public void Any_text_is_either_a_delay_or_a_format_error()
    {
        string[] pieces =
        [
            "none",
            "20ms",
            "uniform",
            "normal",
            "lognormal",
            "pareto",
            "mixture",
            "percentiles",
            "preset",
            "file",
            "mean",
            "p50",
            "p99",
            "=",
            "(",
            ")",
            ",",
            ":",
            "%",
            " ",
            "50",
            "1s",
            "9h",
            "99999999999999999999999999999999h",
            "é",
            "\0",
            "-",
        ];
        for (var text = 0UL; text < 20_000; text++)
        {
            var random = new StableHash(text);
            var words = Enumerable
                .Range(0, 12)
                .Select(i => pieces[SplitMix64.At(random.Value, (ulong)i) % (ulong)pieces.Length]);
            if (Delay.TryParse(string.Concat(words), out var delay))
            {
                Assert.Equal(delay.ToString(), Delay.Parse(delay.ToString()).ToString());
            }
        }
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("mixture(100%:", depth)) + "1s" + new string(')', depth);
}
