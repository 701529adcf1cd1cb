namespace Gateway;

/// <summary>Why a request is not let through.</summary>
/// <param name="Limit">What the limit is called.</param>
/// <param name="Detail">What is wrong, as a sentence.</param>
/// <param name="Wait">How long it takes until trying again makes sense.</param>
internal sealed record LimitRefusal(string Limit, string Detail, TimeSpan Wait);
