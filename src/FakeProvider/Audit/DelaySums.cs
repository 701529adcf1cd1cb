namespace GatewayBench;

/// <summary>Delays that are over, added up.</summary>
/// <param name="Count">How many.</param>
/// <param name="Planned">As they were drawn.</param>
/// <param name="Actual">As they were.</param>
internal readonly record struct DelaySums(long Count, TimeSpan Planned, TimeSpan Actual)
{
    public static DelaySums operator -(DelaySums later, DelaySums earlier) =>
        new(
            later.Count - earlier.Count,
            later.Planned - earlier.Planned,
            later.Actual - earlier.Actual
        );
}
