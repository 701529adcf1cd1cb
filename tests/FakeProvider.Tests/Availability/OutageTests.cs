using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class OutageTests
{
    private static readonly TimeSpan _tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task An_outage_lasts_from_its_begin_to_its_end_on_the_options_clock()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = clock;
            o.RateLimit.RequestsPerMinute = 12;
            o.Outages.Add(from: "10s", duration: "5s", status: 529);
        });

        clock.Advance(TimeSpan.FromSeconds(10) - _tick);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("hello")).StatusCode);
        clock.Advance(_tick);
        var error = await (await client.AskAsync("hello")).ErrorAsync((HttpStatusCode)529);
        clock.Advance(TimeSpan.FromSeconds(5) - _tick);
        Assert.Equal((HttpStatusCode)529, (await client.AskAsync("hello")).StatusCode);
        clock.Advance(_tick);
        var after = await client.AskAsync("hello");

        Assert.Equal("server_error", error.Type);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        // Full again after five seconds: what the outage refused has taken nothing.
        Assert.Equal("11", after.Header("x-ratelimit-remaining-requests"));
        var refusals = client.Provider.GetStatistics().Refusals;
        Assert.Equal([KeyValuePair.Create(RefusalReason.Outage, 2L)], refusals);
    }

    [Theory]
    [InlineData("10s+5s:503", 10_000, 5_000, 503)]
    [InlineData("0s+1.5m", 0, 90_000, 503)]
    [InlineData("24h+24h:599", 86_400_000, 86_400_000, 599)]
    [InlineData("250ms+1ms:500", 250, 1, 500)]
    public void Outages_are_read_as_people_write_them(
        string text,
        int from,
        int duration,
        int status
    )
    {
        var expected = new Outage(
            TimeSpan.FromMilliseconds(from),
            TimeSpan.FromMilliseconds(duration),
            status
        );

        Assert.Equal(expected, Outage.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10s")]
    [InlineData("10s+")]
    [InlineData("10s+0s")]
    [InlineData("10+5:503")]
    [InlineData("-1s+5s")]
    [InlineData("10s+5s:")]
    [InlineData("10s+5s:499")]
    [InlineData("10s+5s:600")]
    [InlineData("10s+5s:503:503")]
    [InlineData("10s+5s+5s")]
    public void What_is_no_outage_is_named_with_what_is_allowed(string text)
    {
        var error = Assert.Throws<FormatException>(() => Outage.Parse(text));

        Assert.StartsWith(
            $"'{text}' is not an outage; allowed: FROM+DURATION or FROM+DURATION:STATUS",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_list_is_added_whole_or_not_at_all()
    {
        var outages = new OutageCollection();
        outages.Add("1s+1s, 5s+1s:500");

        Assert.Throws<FormatException>(() => outages.Add("9s+1s,nonsense"));

        Assert.Equal([503, 500], outages.Select(outage => outage.Status));
    }

    [Fact]
    public void A_bad_value_is_named()
    {
        var outages = new OutageCollection();

        Assert.Equal(
            "Outage.Status is 404; allowed: 500 to 599.",
            Assert.Throws<ArgumentException>(() => outages.Add("1s", "1s", 404)).Message
        );
        Assert.StartsWith(
            "Outage.Duration is 0ms; allowed: above zero",
            Assert.Throws<ArgumentException>(() => outages.Add("1s", "0s")).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Outage.From is -1s; allowed: zero or more",
            Assert
                .Throws<ArgumentException>(() =>
                    new Outage(TimeSpan.FromSeconds(-1), TimeSpan.MaxValue)
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "from is 'soon'; allowed: a number and a unit",
            Assert.Throws<ArgumentException>(() => outages.Add("soon", "1s")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_outage_may_last_for_ever()
    {
        var outage = new Outage(TimeSpan.FromDays(1), TimeSpan.MaxValue);

        Assert.False(outage.Covers(TimeSpan.FromDays(1) - _tick));
        Assert.True(outage.Covers(TimeSpan.MaxValue));
    }
}
