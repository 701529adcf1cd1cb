namespace GatewayBench;

/// <summary>
/// A result as comma-separated values: its rows and their parts, one a line, with units in the names
/// of columns; or the slices of its rows in long form, one figure a line. What is not known, or has too
/// few samples, is empty.
/// </summary>
internal static class CsvReport
{
    private static readonly double[] Percentiles = [50, 90, 95, 99, 99.9];

    public static IEnumerable<string> Rows(LoadResult result)
    {
        yield return CsvLine.Of([
            .. (string[])["row", "load", "users", "transport", "part", "valid", "measured_s"],
            .. (string[])["requests", "successes", "errors", "ok_per_s", "cpu_us_per_request"],
            .. (string[])["allocated_bytes_per_request", "tokens_per_s"],
            .. TimeHeadings("latency"),
            .. TimeHeadings("service_time"),
            .. TimeHeadings("ttft"),
            .. TimeHeadings("itl"),
            .. Classes().Select(one => $"errors_{one.Label()}"),
        ]);
        foreach (var row in result.Rows)
        {
            yield return Line(
                row,
                part: "",
                [row.CpuMicrosecondsPerRequest, row.AllocatedBytesPerRequest, row.TokensPerSecond],
                SloScope.Of(row)
            );
            foreach (var part in PartLines.Flat(row.Parts))
            {
                yield return Line(row, part.Name, [null, null, null], SloScope.Of(part, row));
            }
        }
    }

    public static IEnumerable<string> Slices(LoadResult result)
    {
        yield return CsvLine.Of("row", "load", "from_s", "seconds", "figure", "value");
        foreach (var row in result.Rows)
        {
            foreach (var slice in row.Timeline)
            {
                foreach (var (figure, value) in Figures(slice))
                {
                    yield return CsvLine.Of(
                        row.Name,
                        row.Load,
                        slice.From,
                        slice.Seconds,
                        figure,
                        value
                    );
                }
            }
        }
    }

    private static IEnumerable<(string Figure, double? Value)> Figures(TimelineSlice slice) =>
        [
            ("successes", slice.Successes),
            .. slice.Errors.Select(error => ($"errors_{error.Key.Label()}", (double?)error.Value)),
            .. slice.Statuses.Select(one => ($"status_{one.Key}", (double?)one.Value)),
            ("in_flight", slice.InFlight),
            ("latency_p50_us", slice.P50),
            ("latency_p95_us", slice.P95),
            ("latency_p99_us", slice.P99),
            ("latency_max_us", slice.Max),
        ];

    private static string Line(RowResult row, string part, double?[] costs, SloScope figures) =>
        CsvLine.Of([
            .. (object?[])[row.Name, row.Load, row.Users, row.Transport, part],
            .. (object?[])[row.Invalid.Count == 0 ? "true" : "false", row.MeasuredSeconds],
            .. (object?[])[figures.Requests, figures.Successes, figures.Errors.Values.Sum()],
            figures.SuccessesPerSecond,
            .. costs.Cast<object?>(),
            .. Times(figures.Latency),
            .. Times(figures.ServiceTime),
            .. Times(figures.Streams?.TimeToFirstToken),
            .. Times(figures.Streams?.TokenGaps),
            .. Classes().Select(one => (object?)figures.Errors.GetValueOrDefault(one)),
        ]);

    private static IEnumerable<string> TimeHeadings(string series) =>
        Percentiles
            .Select(at => FormattableString.Invariant($"{series}_p{at}_us"))
            .Append($"{series}_max_us");

    private static IEnumerable<object?> Times(LongHistogram? times) =>
        Percentiles
            .Select(at => times?.TimeAt(at)?.TotalMicroseconds)
            .Append(times?.MaxTime()?.TotalMicroseconds)
            .Cast<object?>();

    private static IEnumerable<Outcome> Classes() =>
        Outcomes.All.Where(outcome => outcome != Outcome.Success);
}
