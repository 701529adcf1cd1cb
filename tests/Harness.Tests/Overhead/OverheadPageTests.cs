namespace GatewayBench.Tests.Overhead;

public sealed class OverheadPageTests
{
    [Fact]
    public void The_widest_figures_have_room_in_100_columns()
    {
        double?[] wide = [-1_234_567, -12_345.6, -999, -99.9, -1_234, 1_234, 59_999_999];
        var series = new OverheadSeries(
            OverheadSeries.LastByte,
            [],
            [],
            [.. wide.Select(time => new PairedDelta(99, time, time, time))],
            [
                .. wide.Select(time => new PercentileDifference(
                    99,
                    Math.Abs(time!.Value),
                    Math.Abs(time.Value),
                    time,
                    time,
                    time
                )),
            ]
        );
        var result = new OverheadResult
        {
            SchemaVersion = OverheadResult.CurrentSchemaVersion,
            Name = "overhead",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = Pairs.Comparisons.New().Machine,
            Gateway = new TargetInfo("Gateway", "loopback", null, []),
            Plan = new OverheadPlan(),
            Partial = false,
            Rows =
            [
                new OverheadRow(
                    "POST /v1/chat/completions, streamed",
                    500,
                    new Dictionary<string, int> { ["gateway: timeout"] = 2 },
                    1,
                    4,
                    [series],
                    Trust: null,
                    ["delays: another"]
                ),
            ],
        };

        string[] lines = [.. ConsoleReport.Lines(OverheadPage.Of(result))];

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("INVALID", lines);
        Assert.Contains("  POST /v1/chat/completions, streamed: 2 of 502, gateway: timeout", lines);
        Assert.Contains("  POST /v1/chat/completions, streamed: delays: another", lines);
    }

    [Theory]
    [InlineData(null, "-")]
    [InlineData(0.0, "0 us")]
    [InlineData(-38.5, "-38.5 us")]
    [InlineData(-1_270.0, "-1.27 ms")]
    [InlineData(1_270.0, "1.27 ms")]
    public void Signed_times_keep_their_unit_below_zero(double? microseconds, string text) =>
        Assert.Equal(text, OverheadPage.Signed(microseconds));
}
