using GatewayBench.Peers;
using GatewayBench.ProviderCost;

namespace GatewayBench.EndToEnd;

/// <summary>That the measurement runs and prints; what it prints is for people to judge.</summary>
public sealed class ProviderCostTests
{
    private const string Documented = "dotnet run --project eng/ProviderCost -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public async Task It_prints_every_figure_and_writes_them_into_the_page()
    {
        var wrk = new Wrk();
        Assert.SkipUnless(wrk.IsInstalled, $"wrk is not installed: {wrk.Install}");
        Assert.SkipUnless(
            WireMockJar.Path is not null,
            $"WireMock is not installed: {WireMockJar.Install}"
        );

        await MeasuringProgram.RequireTableAsync(
            "ProviderCost",
            "--rounds 1 --seconds 1 --streams 100 --stream-seconds 1",
            @"provider, wrk +\| +[\d,]+/s \| +\| +",
            @"bare endpoint, wrk +\| +[\d,]+/s \| +\| +",
            @"WireMock, wrk +\| +[\d,]+/s \| +\| +",
            @"over bare endpoint, wrk +\| +[\d.]+x \| +at least 0\.80x \| +(met|MISSED)",
            @"over WireMock, wrk +\| +[\d.]+x \| +at least 10\.00x \| +(met|MISSED)",
            @"CPU, WireMock +\| +[\d,]+ us \| +\| +",
            @"over WireMock, ours +\| +[\d.]+x \| +\| +",
            @"errors, 100 streams +\| +0 \| +at most 0 \| +met",
            @"tokens sent over due +\| +[\d.]+ \| +0\.990 to 1\.010 \| +(met|MISSED)",
            @"token lag p99, raw +\| +[\d.]+ ms \| +at most 25\.0 ms \| +(met|MISSED)",
            @"heap a stream +\| +-?[\d,]+ B \| +at most 20,000 B \| +(met|MISSED)",
            @"token lag p99, with users +\| +[\d.]+ ms \| +\| +",
            @"GC pauses, raw +\| +[\d,.]+ ms \| +\| +",
            @"CPU a token, raw +\| +[\d,.]+ us \| +\| +"
        );
    }

    [Theory]
    [InlineData("spead", "part is 'spead'; allowed: speed, streams.")]
    [InlineData("--rounds 0", "--rounds is '0'; allowed: 1 to 1,000.")]
    [InlineData("--streams 9", "--streams is '9'; allowed: 10 to 100,000.")]
    [InlineData("--stream-seconds x", "--stream-seconds is 'x'; allowed: 1 to 3,600.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) =>
        MeasuringProgram.RequireError<ProviderCostPlan>(
            new ProviderCostOptions().Command,
            arguments,
            reason
        );

    [Fact]
    public void The_prompt_has_200_bytes()
    {
        using var body = System.Text.Json.JsonDocument.Parse(ChatCall.Body);

        var prompt = body.RootElement.GetProperty("messages")[0].GetProperty("content");

        Assert.Equal(200, System.Text.Encoding.UTF8.GetByteCount(prompt.GetString()!));
    }
}
