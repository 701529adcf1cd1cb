namespace GatewayBench.FakeProviderTests;

public sealed class StubDelayTests
{
    private static readonly Guid Id = new("7c2a86a5-1111-2222-3333-444444444444");

    [Fact]
    public void Delays_depend_on_the_seed_the_stub_and_the_number_of_the_answer()
    {
        const string Json = """{"delayDistribution":{"type":"uniform","lower":0,"upper":1000}}""";

        var delays = Draw(Json, seed: 1, Id, 20);

        Assert.Equal(delays, Draw(Json, seed: 1, Id, 20));
        Assert.NotEqual(delays, Draw(Json, seed: 2, Id, 20));
        Assert.NotEqual(delays, Draw(Json, seed: 1, Guid.Empty, 20));
        Assert.Equal(20, delays.Distinct().Count());
    }

    [Fact]
    public void A_uniform_delay_covers_its_range_on_top_of_the_fixed_part()
    {
        var delays = Draw(
            """{"fixedDelayMilliseconds":50,"delayDistribution":{"type":"uniform","lower":10,"upper":20}}""",
            seed: 1,
            Id,
            10_000
        );

        Assert.InRange(delays.Min(), 60, 60.1);
        Assert.InRange(delays.Max(), 69.9, 70);
        Assert.Equal(65, delays.Average(), tolerance: 0.1);
    }

    [Fact]
    public void A_log_normal_delay_has_its_median_and_its_sigma()
    {
        var delays = Draw(
            """{"delayDistribution":{"type":"lognormal","median":80,"sigma":0.4}}""",
            seed: 1,
            Id,
            100_000
        );

        var logs = delays.Select(delay => Math.Log(delay)).ToList();
        var mean = logs.Average();
        Assert.Equal(80, Math.Exp(mean), tolerance: 0.5);
        Assert.Equal(
            0.4,
            Math.Sqrt(logs.Average(log => (log - mean) * (log - mean))),
            tolerance: 0.005
        );
    }

    [Fact]
    public void A_log_normal_delay_stops_at_its_maximum()
    {
        var delays = Draw(
            """{"delayDistribution":{"type":"lognormal","median":80,"sigma":0.4,"maxValue":90}}""",
            seed: 1,
            Id,
            1_000
        );

        Assert.Equal(90, delays.Max());
        Assert.True(delays.Min() < 80);
    }

    private static List<double> Draw(string response, ulong seed, Guid stub, int count)
    {
        var json = StubJson.Read(System.Text.Encoding.UTF8.GetBytes(response));
        var delay = StubResponseReader.Read(json, "").Delay;
        return
        [
            .. Enumerable.Range(0, count).Select(_ => delay.Next(seed, stub).TotalMilliseconds),
        ];
    }
}
