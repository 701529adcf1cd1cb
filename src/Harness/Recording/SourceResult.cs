namespace GatewayBench;

/// <summary>One of the results that a merged one was made of.</summary>
/// <param name="Name">What its run was called.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Machine">The machine that the load came from.</param>
public sealed record SourceResult(
    string Name,
    ulong Seed,
    DateTimeOffset StartedAt,
    MachineInfo Machine
);
