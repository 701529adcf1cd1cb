namespace GatewayBench;

/// <summary>A row's series, resources and provider as signals: one value for each slice of its timeline.</summary>
internal sealed partial class RowSignals(RowResult row, DiagnosisFacts facts)
{
    /// <summary>Of the process that the gateway is in; empty where nobody tells.</summary>
    private readonly IReadOnlyList<ResourceSlice> _resources = facts.IsHostedHere
        ? row.Resources
        : [.. row.GatewayResources.Select(slice => BesideUs(slice, row.Resources))];

    public DiagnosisFacts Facts => facts;

    public RowResult Row => row;

    /// <summary>Whether what a process uses is told of the gateway's, in this process or in a child.</summary>
    public bool IsGatewayRead => facts.IsHostedHere || row.GatewayResources.Count > 0;

    /// <summary>The largest of all that match.</summary>
    /// <returns>Null if nothing matches, or nothing of it is known.</returns>
    public Signal? Max(params SeriesPattern[] patterns) => Of(patterns, values => values.Max());

    /// <summary>All that match, added up.</summary>
    /// <returns>Null likewise.</returns>
    public Signal? Sum(params SeriesPattern[] patterns) => Of(patterns, values => values.Sum());

    /// <summary>Of what each slice's callers got.</summary>
    public Signal? OfTimeline(string name, Func<TimelineSlice, double?> value) =>
        Known(new Signal(name, [.. row.Timeline.Select(value)]));

    /// <summary>Exchanges that ended per second, however they did.</summary>
    public Signal? Exchanges =>
        OfTimeline(
            "exchanges",
            slice => (slice.Successes + slice.Errors.Values.Sum()) / slice.Seconds
        );

    /// <summary>Of what the fake provider did.</summary>
    public Signal? OfProvider(string name, Func<ProviderSlice, double?> value) =>
        Aligned(name, row.Provider, slice => slice.Second, value);

    /// <summary>A part of a whole. A count that nobody has told of yet is none: it is made when it first counts.</summary>
    /// <returns>Null where nothing is known of the whole.</returns>
    public static Signal? Share(Signal? part, Signal? whole) =>
        whole is null
            ? null
            : Known(
                new Signal(
                    part?.Series ?? whole.Series,
                    [
                        .. whole.Values.Select(
                            (all, i) => all > 0 ? (part?.Values[i] ?? 0) / all : null
                        ),
                    ]
                )
            );

    /// <summary>The larger of two in each slice, or the one that is known.</summary>
    public static Signal? Larger(Signal? first, Signal? second) =>
        first is null || second is null
            ? first ?? second
            : first with
            {
                Values =
                [
                    .. first.Values.Zip(
                        second.Values,
                        (a, b) => a is { } x && b is { } y ? Math.Max(x, y) : a ?? b
                    ),
                ],
            };

    /// <summary>Two signals slice by slice; where either is unknown, so is the outcome.</summary>
    public static Signal? Both(
        Signal? first,
        Signal? second,
        Func<double, double, double?> value
    ) =>
        first is null || second is null
            ? null
            : Known(
                first with
                {
                    Values =
                    [
                        .. first.Values.Zip(
                            second.Values,
                            (a, b) => a is { } x && b is { } y ? value(x, y) : null
                        ),
                    ],
                }
            );

    private Signal? Of(SeriesPattern[] patterns, Func<IEnumerable<double>, double> fold)
    {
        WatchedSeries[] found =
        [
            .. row.Series.Where(series => patterns.Any(pattern => pattern.Matches(series))),
        ];
        var values = row.Timeline.Select(
            (_, i) =>
            {
                double[] known =
                [
                    .. found.Select(series => series.Values.ElementAtOrDefault(i)).OfType<double>(),
                ];
                return known.Length == 0 ? (double?)null : fold(known);
            }
        );
        // Of several the one that went highest: it is what there is to look at.
        var highest = found.MaxBy(series => series.Values.Max());
        return found.Length == 0
            ? null
            : Known(new Signal(highest!.Name, [.. values]) { Unit = highest.Unit });
    }

    /// <summary>By when slices end: what is read on another thread ends a little later or earlier.</summary>
    private Signal? Aligned<T>(
        string name,
        IReadOnlyList<T> slices,
        Func<T, double> end,
        Func<T, double?> value
    )
        where T : class
    {
        var values = row.Timeline.Select(of =>
        {
            var at = of.From + of.Seconds;
            var nearest = slices.MinBy(slice => Math.Abs(end(slice) - at));
            return nearest is not null && Math.Abs(end(nearest) - at) <= of.Seconds / 2
                ? value(nearest)
                : null;
        });
        return Known(new Signal(name, [.. values]));
    }

    private static Signal? Known(Signal signal) =>
        signal.Values.Any(value => value is not null) ? signal : null;
}
