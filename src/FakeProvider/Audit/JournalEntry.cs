namespace GatewayBench;

/// <summary>One answered request; neither its prompt nor its key.</summary>
/// <param name="At">When it was answered, by the provider's clock.</param>
/// <param name="Path">Without the query; at most 100 characters.</param>
/// <param name="Model">As requested, at most 100 characters; null where it could not be read.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Request">Whose request it is: a trace id or what came instead of one, as 32
/// hexadecimal digits; null when it didn't say.</param>
/// <param name="Attempt">From 1; 0 of a request that could not be read.</param>
/// <param name="Planned">The delay that was drawn before the first token; zero if none was.</param>
/// <param name="Actual">What it took.</param>
/// <param name="Tokens">Of the reply; 0 for an error.</param>
public sealed record JournalEntry(
    DateTimeOffset At,
    string Path,
    string? Model,
    int Status,
    string? Request,
    int Attempt,
    TimeSpan Planned,
    TimeSpan Actual,
    int Tokens
);
