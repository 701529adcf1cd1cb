namespace GatewayBench;

/// <summary>Scenarios that are done one after the other.</summary>
internal sealed record SequenceForm(IReadOnlyList<Scenario> Steps) : ScenarioForm
{
    public override IReadOnlyList<Scenario> Parts => Steps;

    public override ScenarioForm WithParts(Func<Scenario, Scenario> change) =>
        new SequenceForm([.. Steps.Select(change)]);

    public override string Kind => "a sequence";
}
