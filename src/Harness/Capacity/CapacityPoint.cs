namespace GatewayBench;

/// <summary>A slice of a row as its capacity is read from it.</summary>
/// <param name="Users">Who were there.</param>
/// <param name="Rate">Successes per second.</param>
/// <param name="Missed">What was missed in it; null for nothing.</param>
/// <param name="Second">Its start.</param>
/// <param name="Successes">How many it had.</param>
internal readonly record struct CapacityPoint(
    int Users,
    double Rate,
    string? Missed,
    double Second,
    long Successes
);
