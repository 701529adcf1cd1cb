namespace GatewayBench;

/// <summary>Reads what circuit breakers did out of a row's series.</summary>
internal static class BreakerStories
{
    private const string Gauge = "breaker.state";
    private const string Rate = ".rate";

    /// <summary>By what of a counter's tags: the sample gateway's, and Polly's.</summary>
    private static readonly (string Counter, string Tag, string To)[] Counters =
    [
        ("gateway.provider.breaker.changes", "to=open", BreakerStory.Open),
        ("gateway.provider.breaker.changes", "to=half_open", BreakerStory.HalfOpen),
        ("gateway.provider.breaker.changes", "to=closed", BreakerStory.Closed),
        ("resilience.polly.strategy.events", "event.name=OnCircuitOpened", BreakerStory.Open),
        (
            "resilience.polly.strategy.events",
            "event.name=OnCircuitHalfOpened",
            BreakerStory.HalfOpen
        ),
        ("resilience.polly.strategy.events", "event.name=OnCircuitClosed", BreakerStory.Closed),
    ];

    /// <summary>What of tags is about a change, or who told of it, and not about the breaker.</summary>
    private static readonly string[] OfChange =
    [
        "to=",
        "event.",
        "event_",
        "exception.type=",
        "exception_type=",
        "otel.scope.",
        "otel_scope_",
    ];

    /// <returns>Without breakers that stayed as they were.</returns>
    public static IReadOnlyList<BreakerStory> Of(
        IReadOnlyList<WatchedSeries> series,
        IReadOnlyList<TimelineSlice> timeline
    )
    {
        var counted = Counted(series, timeline);
        return counted.Count > 0 ? counted : Seen(series, timeline);
    }

    private static List<BreakerStory> Counted(
        IReadOnlyList<WatchedSeries> series,
        IReadOnlyList<TimelineSlice> timeline
    )
    {
        var changes =
            from one in series
            where one.Name.EndsWith(Rate, StringComparison.Ordinal)
            let place = SeriesPlace.Of(one.Name[..^Rate.Length])
            from counter in Counters
            where
                Plain(place.Name) is var name
                && (name == counter.Counter || name == $"{counter.Counter}.total")
                && place.Tags.Select(Plain).Contains(Plain(counter.Tag))
            from slice in timeline.Select((slice, i) => (slice.From, Count: Count(one, i, slice)))
            where slice.Count > 0
            select (
                place.Without(OfChange),
                new BreakerChange(slice.From, counter.To, slice.Count)
            );
        return
        [
            .. from change in changes
            group change.Item2 by change.Item1 into breaker
            select new BreakerStory(breaker.Key, IsCounted: true, InOrder([.. breaker])),
        ];
    }

    /// <summary>As Prometheus has no dots, the two are the same.</summary>
    private static string Plain(string text) => text.Replace('_', '.');

    /// <summary>A rate over the slice is a count again.</summary>
    private static int Count(WatchedSeries series, int slice, TimelineSlice of) =>
        (int)Math.Round((series.Values.ElementAtOrDefault(slice) ?? 0) * of.Seconds);

    /// <summary>Within a slice a breaker goes on from where it was: it opens, lets one try, and closes or opens.</summary>
    private static List<BreakerChange> InOrder(IReadOnlyList<BreakerChange> changes)
    {
        string[] states = [BreakerStory.Open, BreakerStory.HalfOpen, BreakerStory.Closed];
        var ordered = new List<BreakerChange>();
        foreach (var slice in changes.GroupBy(change => change.Second).OrderBy(group => group.Key))
        {
            var last = Array.IndexOf(states, ordered.LastOrDefault()?.To ?? BreakerStory.Closed);
            ordered.AddRange(
                slice.OrderBy(change => (Array.IndexOf(states, change.To) - last + 2) % 3)
            );
        }
        return ordered;
    }

    private static List<BreakerStory> Seen(
        IReadOnlyList<WatchedSeries> series,
        IReadOnlyList<TimelineSlice> timeline
    )
    {
        var stories = new List<BreakerStory>();
        foreach (var one in series)
        {
            var place = SeriesPlace.Of(one.Name);
            if (!Plain(place.Name).EndsWith(Gauge, StringComparison.Ordinal))
            {
                continue;
            }
            var changes = new List<BreakerChange>();
            var last = 0.0;
            for (var i = 0; i < timeline.Count; i++)
            {
                if (one.Values.ElementAtOrDefault(i) is { } state && state != last)
                {
                    changes.Add(new BreakerChange(timeline[i].From, NameOf(state), Times: 1));
                    last = state;
                }
            }
            if (changes.Count > 0)
            {
                stories.Add(new BreakerStory(place.Without([]), IsCounted: false, changes));
            }
        }
        return stories;
    }

    private static string NameOf(double state) =>
        state switch
        {
            0 => BreakerStory.Closed,
            1 => BreakerStory.HalfOpen,
            _ => BreakerStory.Open,
        };
}
