using GatewayBench.Support;
using GatewayBench.Tests.Reporting;
using GatewayBench.Tests.Series;
using GatewayBench.Tests.Targets;

namespace GatewayBench.Tests.Diagnoses;

public sealed class BreakerStoriesTests
{
    private const string Changes = "gateway.provider.breaker.changes";

    private static readonly TimelineSlice[] Timeline =
    [
        .. Enumerable.Range(0, 4).Select(Slices.Second),
    ];

    [Fact]
    public void Changes_that_are_counted_are_told_in_the_order_in_which_a_breaker_can_go()
    {
        var story = Assert.Single(
            Of(
                Series(Changes + "{gen_ai.operation.name=chat,to=closed}.rate", 0, 0, 1, 0),
                Series(Changes + "{gen_ai.operation.name=chat,to=half_open}.rate", null, 1, 1, 0),
                Series(Changes + "{gen_ai.operation.name=chat,to=open}.rate", 1, 1, 0, 0)
            )
        );

        Assert.Equal(
            [(0, "open"), (1, "half_open"), (1, "open"), (2, "half_open"), (2, "closed")],
            story.Changes.Select(change => (change.Second, change.To))
        );
        Assert.Equal((2, 2, 1), (story.Opened, story.HalfOpened, story.ClosedAgain));
        Assert.Equal(("gen_ai.operation.name=chat", true), (story.Name, story.IsCounted));
    }

    /// <summary>A scraped page has no dots, and says that it is a total.</summary>
    [Theory]
    [InlineData("gateway_provider_breaker_changes_total{to=half_open}.rate", "half_open")]
    [InlineData(
        "resilience_polly_strategy_events_total{event_name=OnCircuitOpened,event_severity=Error,otel_scope_name=Polly}.rate",
        "open"
    )]
    public void So_does_a_page_of_Prometheus(string series, string state)
    {
        var story = Assert.Single(Of(Series(series, 0, 1, 0, 0)));

        Assert.Equal((1, state), story.Changes.Select(one => (one.Second, one.To)).Single());
        Assert.Equal("", story.Name);
    }

    [Fact]
    public void Polly_tells_the_same_by_its_events()
    {
        const string Events = "resilience.polly.strategy.events";
        var story = Assert.Single(
            Of(
                Series(
                    Events
                        + "{event.name=OnCircuitOpened,event.severity=Error,pipeline.name=p}.rate",
                    2,
                    0,
                    0,
                    0
                ),
                Series(
                    Events
                        + "{event.name=OnCircuitClosed,event.severity=Information,pipeline.name=p}.rate",
                    0,
                    0,
                    1,
                    0
                ),
                Series(Events + "{event.name=OnRetry,pipeline.name=p}.rate", 9, 9, 9, 9)
            )
        );

        Assert.Equal(("pipeline.name=p", 2, 1), (story.Name, story.Opened, story.ClosedAgain));
    }

    [Fact]
    public void A_state_alone_tells_what_lasts_beyond_a_second()
    {
        var story = Assert.Single(
            Of(
                Series("gateway_provider_breaker_state{op=chat}", 0, 2, null, 0),
                Series("gateway_provider_breaker_state{op=embeddings}", 0, 0, 0, 0)
            )
        );

        Assert.Equal(
            [(1, "open"), (3, "closed")],
            story.Changes.Select(change => (change.Second, change.To))
        );
        Assert.False(story.IsCounted);
    }

    [Fact]
    public void A_breaker_that_stays_closed_has_no_story() =>
        Assert.Empty(Of(Series(Changes + "{to=open}.rate", 0, 0, 0, 0), Series("other", 1)));

    [Fact]
    public void A_line_of_the_report_tells_when_and_how_often()
    {
        var row = Results.Row("chat") with
        {
            Breakers =
            [
                new BreakerStory(
                    "op=chat",
                    IsCounted: true,
                    [
                        new BreakerChange(4, "open", 1),
                        new BreakerChange(9, "half_open", 1),
                        new BreakerChange(9, "open", 1),
                    ]
                ),
            ],
        };

        Assert.Equal(
            "chat, 32 users: op=chat: opened 2 times from 0:04 to 0:09, half open at 0:09, never closed",
            Assert.Single(BreakerLines.Of([row]))
        );
        Assert.Contains("Circuit breakers", ConsoleReport.Lines(Results.Of(row)));
    }

    [Fact]
    public async Task The_sample_gateway_is_seen_opening_half_opening_and_closing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var clock = new ManualTimeProvider();
        await using var provider = await FakeProvider.StartAsync(
            o =>
            {
                o.TimeProvider = clock;
                o.Latency = Delay.None;
                o.Outages.Add(new Outage(TimeSpan.Zero, TimeSpan.FromSeconds(10)));
            },
            cancellation
        );
        await using var gateway = SampleGateway
            .Open()
            .Watch("Gateway")
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseSetting("Resilience:MaxRetries", "0")
            .UseSetting("Resilience:BreakerMinAttempts", "2")
            .UseSetting("Resilience:BreakSeconds", "1");
        await gateway.StartAsync(cancellation);
        var meters = ((IWatchedTarget)gateway).Watched.Here.OfType<MeterWatch>().Single();
        var seen = new SeenSeries(meters);

        Assert.False(await ChatAsync(gateway));
        Assert.False(await ChatAsync(gateway));
        seen.End();
        clock.Advance(TimeSpan.FromSeconds(11));
        // Its breaker waits by the clock of the machine.
        await Eventually.TrueAsync(() => ChatAsync(gateway).GetAwaiter().GetResult());
        seen.End();

        var story = Assert.Single(
            BreakerStories.Of(seen.All, [Slices.Second(0), Slices.Second(1)])
        );
        Assert.Equal(
            [(0, "open", 1), (1, "half_open", 1), (1, "closed", 1)],
            story.Changes.Select(change => (change.Second, change.To, change.Times))
        );
    }

    private static async Task<bool> ChatAsync(GatewayHost<Program> gateway)
    {
        using var client = gateway.CreateClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(gateway.BaseAddress, "/api/chat")
        )
        {
            Content = new StringContent(
                """{"message":"hello"}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode;
    }

    private static IReadOnlyList<BreakerStory> Of(params WatchedSeries[] series) =>
        BreakerStories.Of(series, Timeline);

    private static WatchedSeries Series(string name, params double?[] values) =>
        new(name, "", "gateway", values);
}
