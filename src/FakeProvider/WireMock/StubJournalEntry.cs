namespace GatewayBench;

/// <summary>A request that came, and the stub that answered it, if one did.</summary>
internal sealed record StubJournalEntry(
    Guid Id,
    DateTimeOffset Came,
    StubRequest Request,
    Stub? Stub
);
