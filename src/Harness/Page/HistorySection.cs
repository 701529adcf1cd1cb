namespace GatewayBench;

/// <summary>What each row did on this machine from run to run.</summary>
internal static class HistorySection
{
    /// <returns>Null where nothing is known of other runs.</returns>
    public static Markup? Of(RunHistory history)
    {
        if (history.Problem is { } problem)
        {
            return Markup.Of(
                $"""
                <p class="none">Baselines can't be read: <bdi>{problem}</bdi></p>

                """
            );
        }
        return history.Rows.Count == 0
            ? null
            : Markup.Of(
                $"""
                <p class="note">Runs of the same machine, runtime and conditions, as they are stored as baselines, and this one. Runs of one commit differ too: a step counts if it stays.</p>
                {history.Rows.Select((series, i) => Row(series, i, history.At))}
                """
            );
    }

    private static Markup Row(BaselineSeries series, int index, DateTimeOffset at) =>
        Markup.Of(
            $"""
            <h3>{ForeignText.Name(series.Row.Title)}</h3>
            {HistoryChart.Of(series, at).Select((chart, i) =>
                Figures.Of(chart, $"history-{index + 1}-{i + 1}")
            )}
            """
        );
}
