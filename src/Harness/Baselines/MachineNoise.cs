namespace GatewayBench;

/// <summary>What is known of the noise of one machine and runtime.</summary>
/// <param name="SchemaVersion">The version of this form.</param>
/// <param name="Fingerprint">The machine and runtime.</param>
/// <param name="Rows">The latest of each row, metric and conditions.</param>
internal sealed record MachineNoise(
    int SchemaVersion,
    Fingerprint Fingerprint,
    IReadOnlyList<NoiseRow> Rows
)
{
    public const int CurrentSchemaVersion = 1;

    /// <returns>Null where nothing of the kind was measured.</returns>
    public NoiseRow? Find(string row, string metric, string conditions) =>
        Rows.FirstOrDefault(one =>
            one.Row == row && one.Metric == metric && one.Conditions == conditions
        );

    /// <summary>With newer rows in place of what they replace.</summary>
    public MachineNoise With(IReadOnlyList<NoiseRow> newer) =>
        this with
        {
            Rows =
            [
                .. Rows.Where(old => !newer.Any(one => one.Replaces(old)))
                    .Concat(newer)
                    .OrderBy(one => one.Row, StringComparer.Ordinal)
                    .ThenBy(one => one.Metric, StringComparer.Ordinal)
                    .ThenBy(one => one.Conditions, StringComparer.Ordinal),
            ],
        };
}
