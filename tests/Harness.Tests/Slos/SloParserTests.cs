namespace GatewayBench.Tests.Slos;

public sealed class SloParserTests
{
    [Theory]
    [InlineData("p95<800ms", 800_000)]
    [InlineData("p99.9 <= 2s", 2_000_000)]
    [InlineData("  max < 1.5m  ", 90_000_000)]
    [InlineData("ttft.p95<1s", 1_000_000)]
    [InlineData("itl.p99<80ms", 80_000)]
    [InlineData("service.max<250us", 250)]
    [InlineData("errors<1%", 0.01)]
    [InlineData("errors < 0.01", 0.01)]
    [InlineData("rate_limited<=0.1%", 0.001)]
    [InlineData("rps>1000", 1_000)]
    [InlineData("goodput>0.99", 0.99)]
    [InlineData("goodput(800ms)>=99%", 0.99)]
    [InlineData("tool-calls>=10", 10)]
    [InlineData("\"my \"\"own\"\" figure\".p95<12.5", 12.5)]
    public void Each_form_is_read_with_its_limit(string expression, double limit)
    {
        var slo = Slo.Parse(expression);

        Assert.Equal(limit, slo.Limit.Value);
        Assert.Equal(expression.Trim(), slo.Expression);
        Assert.Null(slo.Of);
    }

    [Fact]
    public void Built_in_words_are_figures_of_ours_and_quoted_ones_never()
    {
        Assert.Equal(
            new TimeSubject(TimeSeries.TokenGap, new PercentileOf(99.95)),
            Slo.Parse("itl.p99.95<80ms").Subject
        );
        Assert.Equal(new ErrorSubject(Outcome.Http5xx), Slo.Parse("http_5xx<1%").Subject);
        Assert.Equal(new MetricSubject("errors", null), Slo.Parse("\"errors\"<1").Subject);
        Assert.Equal(
            new MetricSubject("length", new PercentileOf(99.5)),
            Slo.Parse("length.p99.5<1").Subject
        );
    }

    [Theory]
    [InlineData("p95<1s of POST /api/chat", "POST /api/chat")]
    [InlineData("errors<1%of of, of all things < 5 ", "of, of all things < 5")]
    public void What_follows_of_is_the_name_as_it_is(string expression, string name) =>
        Assert.Equal(name, Slo.Parse(expression).Of);

    [Theory]
    [InlineData("", 0, "a figure belongs here; allowed: p95, max, ttft.p95")]
    [InlineData("<800ms", 0, "a figure belongs here")]
    [InlineData("p0<800ms", 0, "'p0' is no percentile; allowed: p and a number above 0")]
    [InlineData("p100<800ms", 0, "'p100' is no percentile; allowed: p and a number above 0")]
    [InlineData("p99.9.9<800ms", 0, "'p99.9.9' is no percentile")]
    [InlineData("length.avg<5", 7, "'avg' is no percentile")]
    [InlineData("ttft<1s", 4, "which of its values is missing; allowed: ttft.p95")]
    [InlineData("p95", 3, "a comparison belongs here; allowed: <, <=, >, >=")]
    [InlineData("p95=800ms", 3, "a comparison belongs here")]
    [InlineData("p95 => 800ms", 4, "a comparison belongs here")]
    [InlineData("p95<", 4, "a time such as 800ms belongs here")]
    [InlineData("p95<fast", 4, "a time such as 800ms belongs here")]
    [InlineData("p95<-1s", 4, "a time such as 800ms belongs here")]
    [InlineData("p95<1.2.3s", 4, "a time such as 800ms belongs here")]
    [InlineData("p95<800", 7, "a time needs a unit; allowed: us, ms, s, m or h")]
    [InlineData("p95<800 ms", 7, "a time needs a unit")]
    [InlineData("p95<8days", 5, "a time needs a unit")]
    [InlineData("p95<5%", 5, "a time needs a unit")]
    [InlineData("errors<5", 7, "a share is at most 1, or 100 %; allowed: such as 5% or 0.05")]
    [InlineData("errors<101%", 7, "a share is at most 1")]
    [InlineData("errors<1s", 8, "a share has no unit; allowed: % or nothing")]
    [InlineData("errors<0%", 7, "no figure can be < that; allowed: <=")]
    [InlineData("goodput>100%", 8, "no figure can be > that; allowed: >=")]
    [InlineData("rps>1000/s", 8, "nothing belongs here but the stage")]
    [InlineData("rps>50%", 6, "it has no unit here; allowed: a number alone")]
    [InlineData("goodput(soon)>1%", 8, "a latency belongs here; allowed: such as goodput(800ms)")]
    [InlineData("goodput(1s>1%", 10, "')' belongs here")]
    [InlineData("p95<1s, p99<2s", 6, "nothing belongs here but the stage")]
    [InlineData("p95<1s of ", 7, "nothing belongs here but the stage")]
    [InlineData("\"a b<1", 0, "the name has no end; allowed: a name between two quotes")]
    [InlineData("\"\"<1", 0, "the name is empty")]
    public void What_is_none_is_told_by_its_character_and_what_is_allowed(
        string expression,
        int position,
        string problem
    )
    {
        var error = Assert.Throws<SloException>(() => Slo.Parse(expression));

        var lines = error.Message.Split('\n');
        Assert.Equal(position, error.Position);
        Assert.StartsWith(
            $"'{expression.Trim()}' is no SLO, at character {position + 1}: {problem}",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Equal($"  {expression.Trim()}", lines[1]);
        Assert.Equal($"  {new string(' ', position)}^", lines[2]);
    }

    [Fact]
    public void Control_characters_stay_out_of_the_message()
    {
        var error = Assert.Throws<SloException>(() => Slo.Parse("p95\u001b[31m\n<x"));

        Assert.DoesNotContain('\u001b', error.Message);
        Assert.Equal(3, error.Message.Split('\n').Length);
    }

    [Fact]
    public void Whatever_is_cut_out_of_or_put_into_an_expression_is_read_or_refused()
    {
        const string Whole = "goodput(800ms)>=99.5% of \"POST\" /api";
        const string Odd = "<>=.%\"() p9s\u00e9\0";
        for (var at = 0; at <= Whole.Length; at++)
        {
            string[] variants =
            [
                Whole[..at],
                Whole[at..],
                .. Odd.Select(c => Whole.Insert(at, $"{c}")),
            ];
            foreach (var variant in variants)
            {
                if (Record.Exception(() => Slo.Parse(variant)) is { } failure)
                {
                    var error = Assert.IsType<SloException>(failure);
                    Assert.InRange(error.Position, 0, variant.Length);
                }
            }
        }
    }
}
