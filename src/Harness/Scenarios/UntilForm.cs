namespace GatewayBench;

/// <summary>One exchange that is repeated until its reply says that something is over.</summary>
/// <param name="Poll">The exchange.</param>
/// <param name="IsDone">Whether a successful reply is the last.</param>
/// <param name="Every">How long to wait before the next one.</param>
internal sealed record UntilForm(Scenario Poll, Func<Reply, bool> IsDone, TimeSpan Every)
    : ScenarioForm
{
    public override IReadOnlyList<Scenario> Parts { get; } = [Poll];

    public override ScenarioForm WithParts(Func<Scenario, Scenario> change) =>
        new UntilForm(change(Poll), IsDone, Every);

    public override string Kind => "a repetition";
}
