namespace GatewayBench;

/// <summary>What came of the exchanges with one class of prompts.</summary>
/// <param name="Name">The class.</param>
/// <param name="Successes">How many succeeded.</param>
/// <param name="Errors">How many failed.</param>
/// <param name="Latency">Of the successes, in nanoseconds to two digits.</param>
/// <param name="Share">Of all successes, 0 to 1.</param>
/// <param name="TailShare">Of the slowest hundredth of them; null with less than 368 successes.</param>
/// <param name="Chance">
/// How likely chance alone gives the class at least as much of that hundredth, if its prompts take
/// no longer than the others; null likewise.
/// </param>
/// <param name="CarriesTail">
/// Whether it makes up at least half of the slowest hundredth, at least twice its share of all, and
/// chance explains it in less than 1 % of cases, all classes taken together.
/// </param>
public sealed record PromptClassResult(
    string Name,
    long Successes,
    long Errors,
    LongHistogram Latency,
    double Share,
    double? TailShare,
    double? Chance,
    bool CarriesTail
);
