namespace GatewayBench;

/// <summary>Why a row takes as long as it does: where the time goes, which prompts and turns are slow, what drifts.</summary>
internal static class BreakdownTables
{
    public static Markup Of(RowResult row)
    {
        Markup[] parts =
        [
            .. BreakdownParts
                .Of(row)
                .SelectMany(one =>
                    (Markup[])
                        [
                            Split(one.Name, one.Breakdown.Split),
                            Prompts(one.Name, one.Breakdown.Prompts),
                            Turns(one.Name, one.Breakdown.Turns),
                        ]
                ),
            Waits(row.Waits),
            DriftTable.Of(row),
        ];
        return Markup.Of($"{parts}");
    }

    private static Markup Split(string of, IReadOnlyList<SplitBand> bands)
    {
        if (!bands.Any(band => band.ProviderMicroseconds is not null))
        {
            return Markup.None;
        }
        var table = new DataTable(
            $"{BreakdownLines.Title}{Part(of)}. Means of successes; client wait, provider, gateway and what nobody tells of add up to the latency.",
            [
                "Of",
                "Exchanges",
                "Latency",
                "Client wait",
                "Gateway",
                "Provider",
                "Not told",
                BreakdownLines.Title,
            ],
            [.. bands.Select(Line)]
        );
        return Markup.Of(
            $"<h4>{BreakdownLines.Title}{Part(of)}</h4>\n{SplitBar.KeyWithUntold}{table.Html}"
        );
    }

    private static Markup[] Line(SplitBand band) =>
        [
            Markup.Of($"{BreakdownLines.Name(band)}"),
            .. DataTable.Texts(
                Units.Count(Math.Round(band.Exchanges)),
                BreakdownLines.Time(band.LatencyMicroseconds),
                BreakdownLines.Time(band.ClientWaitMicroseconds),
                BreakdownLines.Time(band.GatewayMicroseconds),
                BreakdownLines.Time(band.ProviderMicroseconds),
                band.UntoldExchanges > 0
                    ? BreakdownLines.Time(band.UntoldMicroseconds)
                    : Units.Nothing
            ),
            SplitBar.Of(band),
        ];

    private static Markup Waits(RowWaits? waits) =>
        waits is null
            ? Markup.None
            : Markup.Of(
                $"<p class=\"note\">On average of all exchanges, known by the second only: {BreakdownLines.Text(waits)}. The waits lie within the gateway's share, the pauses within all.</p>\n"
            );

    private static Markup Prompts(string of, IReadOnlyList<PromptClassResult> classes)
    {
        // A single class is the row itself.
        if (classes.Count < 2)
        {
            return Markup.None;
        }
        var table = new DataTable(
            $"{PromptClassLines.Title}{Part(of)}. p50 and p99 are of successes.",
            [
                "Class",
                "Requests",
                "Errors",
                "p50",
                "p99",
                "Of all",
                "Of the slowest 1 %",
                "Verdict",
            ],
            [
                .. classes.Select(one =>
                    (Markup[])
                        [
                            ForeignText.Name(one.Name),
                            .. DataTable.Texts(
                                Units.Count(one.Successes + one.Errors),
                                Units.Count(one.Errors),
                                Units.Time(one.Latency.TimeAt(50)),
                                Units.Time(one.Latency.TimeAt(99)),
                                Units.Percent(one.Share),
                                one.TailShare is { } tail ? Units.Percent(tail) : Units.Nothing,
                                one.CarriesTail ? "carries the tail" : ""
                            ),
                        ]
                ),
            ]
        );
        return Markup.Of($"<h4>{PromptClassLines.Title}{Part(of)}</h4>\n{table.Html}");
    }

    private static Markup Turns(string of, SessionGrowth? growth)
    {
        if (growth is null)
        {
            return Markup.None;
        }
        var table = new DataTable(
            TurnLines.Summary(growth) is { } summary
                ? $"{TurnLines.Title}{Part(of)}: {summary}."
                : $"{TurnLines.Title}{Part(of)}.",
            ["Turn", "Requests", "Tokens to the provider", "Sent", "p50", "p99", "TTFT p50"],
            [
                .. growth.Turns.Select(turns =>
                    DataTable.Texts(
                        TurnLines.Name(turns),
                        Units.Count(turns.Successes),
                        turns.PromptTokens is { } tokens
                            ? Units.Count(Math.Round(tokens))
                            : Units.Nothing,
                        Units.Bytes(turns.SentBytes),
                        Units.Time(turns.Latency.TimeAt(50)),
                        Units.Time(turns.Latency.TimeAt(99)),
                        Units.Time(turns.TimeToFirstToken?.TimeAt(50))
                    )
                ),
            ]
        );
        return Markup.Of($"<h4>{TurnLines.Title}{Part(of)}</h4>\n{table.Html}");
    }

    private static string Part(string name) =>
        name.Length > 0 ? $", {ForeignText.Shorten(name)}" : "";
}
