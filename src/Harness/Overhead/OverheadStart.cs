namespace GatewayBench;

/// <summary>An overhead that is to be measured, as far as it is known before its gateway runs.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="At">When it begins.</param>
/// <param name="Machine">The machine that measures.</param>
/// <param name="Build">The gateway's build, and what is set beyond the bench file.</param>
/// <param name="Plan">How it is measured.</param>
/// <param name="Rows">What its rows will be called, in their order.</param>
internal sealed record OverheadStart(
    string Name,
    DateTimeOffset At,
    MachineInfo Machine,
    ComparedArm Build,
    OverheadPlan Plan,
    IReadOnlyList<string> Rows
)
{
    /// <summary>What is known once the gateway runs: no row yet.</summary>
    public OverheadResult Of(TargetInfo gateway) =>
        new()
        {
            SchemaVersion = OverheadResult.CurrentSchemaVersion,
            Name = Name,
            StartedAt = At,
            Machine = Machine,
            Gateway = gateway,
            Build = Build,
            Plan = Plan,
        };

    /// <summary>What keeps a stored overhead from being gone on with.</summary>
    /// <returns>Null if it is the same experiment on the same machine.</returns>
    public string? DifferenceFrom(OverheadResult stored) =>
        stored.Build is not { } build ? "nothing in it says which build of the gateway it is of"
        : !build.IsSameAs(Build)
            ? $"the gateway was {build} and is {Build}, another build or other settings"
        : stored.Plan != Plan ? "the bench file or an option of how it is measured is another"
        : !stored.Rows.Select(row => row.Name).SequenceEqual(Rows.Take(stored.Rows.Count))
            ? "its rows are others"
        : Fingerprint.Of(Machine).IsSameAs(Fingerprint.Of(stored.Machine)) ? null
        : "the machine or its runtime is another";
}
