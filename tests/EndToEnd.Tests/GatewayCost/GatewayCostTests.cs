using GatewayBench.GatewayCost;

namespace GatewayBench.EndToEnd;

/// <summary>That the measurement runs and prints; what it prints is for people to judge.</summary>
public sealed class GatewayCostTests
{
    private const string Documented = "dotnet run --project eng/GatewayCost -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public async Task It_prints_every_figure_and_writes_them_into_the_page()
    {
        await MeasuringProgram.RequireTableAsync(
            "GatewayCost",
            "--streams 100 --gap-streams 20 --seconds 1",
            @"errors, 100 streams +\| +0 \| +at most 0 \| +met",
            // Too few streams for some percentiles.
            @"TTFT p99 late, all there +\| +(-|-?[\d.]+ ms) \| +at most 250\.0 ms \| +(met|MISSED)",
            @"TTFT p99 late, ramp +\| +(-|-?[\d.]+ ms) \| +\| +",
            @"heap a stream +\| +-?[\d,]+ B \| +at most 65,536 B \| +(met|MISSED)",
            @"descriptors a stream +\| +(-|-?[\d.]+) \| +at most 0\.010 \| +(met|MISSED)",
            @"tokens sent over due +\| +[\d.]+ \| +\| +",
            @"GC pauses +\| +[\d.]+ ms \| +\| +",
            @"CPU a token +\| +[\d,.]+ us \| +\| +",
            @"errors, 20 streams +\| +0 \| +at most 0 \| +met",
            @"gap p50 late, direct +\| +(-|-?[\d.]+ ms) \| +\| +",
            @"gap p99 late, gateway +\| +(-|-?[\d.]+ ms) \| +at most 5\.0 ms \| +(met|MISSED)",
            @"gap p99, added +\| +(-|-?[\d.]+ ms) \| +\| +",
            @"stream p99, added +\| +(-|-?[\d.]+ ms) \| +\| +"
        );
    }

    [Theory]
    [InlineData("gaps", "part is 'gaps'; allowed: streams, gap.")]
    [InlineData("--streams 9", "--streams is '9'; allowed: 10 to 100,000.")]
    [InlineData("--gap-streams 9", "--gap-streams is '9'; allowed: 10 to 100,000.")]
    [InlineData("--seconds 0", "--seconds is '0'; allowed: 1 to 3,600.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) =>
        MeasuringProgram.RequireError<GatewayCostPlan>(
            new GatewayCostOptions().Command,
            arguments,
            reason
        );

    [Fact]
    public void Nobody_begins_a_second_stream_while_streams_are_measured()
    {
        var plan = ManyStreamsRun.PlanOf(streams: 20_000, seconds: 20);

        Assert.Equal(TimeSpan.FromSeconds(20), plan.Starting);
        // 20 s of arrival, 8 s of rest, 20 s that are measured, 10 s for those who come late, and 3 s
        // more.
        Assert.Equal(62, plan.Tokens);
    }
}
