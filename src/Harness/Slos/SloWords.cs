namespace GatewayBench;

/// <summary>The words that expressions know.</summary>
internal static class SloWords
{
    /// <summary>For errors.</summary>
    public const string Allowed =
        "p95, max, ttft.p95, itl.p99, service.p95, errors, an error class such as rate_limited, rps, "
        + "goodput, or a counter, rate or trend of the scenario's own";

    public static readonly IReadOnlyDictionary<string, TimeSeries> Times = new Dictionary<
        string,
        TimeSeries
    >
    {
        ["ttft"] = TimeSeries.FirstToken,
        ["itl"] = TimeSeries.TokenGap,
        ["service"] = TimeSeries.ServiceTime,
    };

    public static readonly IReadOnlyDictionary<string, Outcome> Classes = Outcomes
        .All.Where(outcome => outcome != Outcome.Success)
        .ToDictionary(Outcomes.Label);
}
