namespace GatewayBench;

/// <summary>
/// The faults of a provider. At most one hits a request: the first, in the order in which they were
/// added, whose turn it is.
/// </summary>
public sealed class FaultOptions
{
    private readonly List<FaultRule> _rules = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<FaultRule> Rules => _rules;

    /// <summary>
    /// Adds a fault with at most one condition; without any it hits every request. Only admitted
    /// requests count.
    /// </summary>
    /// <param name="fault">What happens.</param>
    /// <param name="probability">Of each request, drawn by the provider's seed: above 0, at most
    /// 1.</param>
    /// <param name="everyNth">The n-th request, the 2n-th and so on: from 1.</param>
    /// <param name="firstAttempts">How many attempts of each request: from 1. Attempts are requests
    /// with equal messages and, if they carry one, the same identity.</param>
    /// <param name="requests">The numbers of the requests, from 0 in the order of admission.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A value is out of range, or there is more than one
    /// condition.</exception>
    public FaultOptions Add(
        Fault fault,
        double? probability = null,
        int? everyNth = null,
        int? firstAttempts = null,
        IEnumerable<long>? requests = null
    )
    {
        ArgumentNullException.ThrowIfNull(fault);
        FaultTrigger?[] given =
        [
            probability is { } p ? FaultTrigger.Probability(p) : null,
            everyNth is { } nth ? FaultTrigger.EveryNth(nth) : null,
            firstAttempts is { } first ? FaultTrigger.FirstAttempts(first) : null,
            requests is not null ? FaultTrigger.Requests(requests) : null,
        ];
        FaultTrigger[] triggers = [.. given.OfType<FaultTrigger>()];
        if (triggers.Length > 1)
        {
            throw InvalidOption.Exception(
                nameof(fault),
                $"{fault}{string.Concat<FaultTrigger>(triggers)}",
                "one of probability, everyNth, firstAttempts and requests"
            );
        }
        return Add(new FaultRule(fault, triggers.FirstOrDefault(FaultTrigger.Always)));
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">Such as one that <see cref="FaultRule.Parse(string)"/> has read.</param>
    /// <returns>These options.</returns>
    public FaultOptions Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rules.Add(rule);
        return this;
    }
}
