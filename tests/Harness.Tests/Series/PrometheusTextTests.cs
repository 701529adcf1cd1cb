namespace GatewayBench.Tests.Series;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Names_types_labels_and_values_are_read()
    {
        var samples = PrometheusText
            .Parse(
                """
                # HELP a_total Things, with "quotes".
                # TYPE a_total counter
                a_total{path="/x,\"y\"=\\{z}\n",le="1"} 5 1700000000
                a_total 7

                # TYPE b_seconds histogram
                b_seconds_bucket{le="+Inf"} 3
                b_seconds_count 3
                c_count +Inf
                d{} -1.5e3
                """
            )
            .ToList();

        Assert.Equal(
            [
                ("a_total", "counter", "", 5),
                ("a_total", "counter", "", 7),
                ("b_seconds", "histogram", "_bucket", 3),
                ("b_seconds", "histogram", "_count", 3),
                ("c_count", "", "", double.PositiveInfinity),
                ("d", "", "", -1_500),
            ],
            samples.Select(one => (one.Family, one.Type, one.Suffix, one.Value))
        );
        Assert.Equal(
            [("path", "/x,\"y\"=\\{z}\n"), ("le", "1")],
            samples[0].Labels.Select(label => (label.Key, (string?)label.Value))
        );
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a b")]
    [InlineData("a{")]
    [InlineData("a{b} 1")]
    [InlineData("a{b=\"c} 1")]
    [InlineData("a{b=\"c\"")]
    [InlineData("{b=\"c\"} 1")]
    [InlineData("<html>")]
    [InlineData("# TYPE a")]
    public void What_is_no_sample_is_passed_over(string line) =>
        Assert.Equal(["good"], PrometheusText.Parse($"{line}\r\ngood 1").Select(one => one.Family));
}
