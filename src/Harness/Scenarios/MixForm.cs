namespace GatewayBench;

/// <summary>Scenarios of which one is drawn each time.</summary>
internal sealed record MixForm : ScenarioForm
{
    private readonly double[] _upTo;

    public MixForm(ReadOnlySpan<(double Weight, Scenario Scenario)> branches)
    {
        _upTo = new double[branches.Length];
        var parts = new Scenario[branches.Length];
        var sum = 0.0;
        for (var i = 0; i < branches.Length; i++)
        {
            sum += branches[i].Weight;
            (_upTo[i], parts[i]) = (sum, branches[i].Scenario);
        }
        Parts = parts;
    }

    private MixForm(double[] upTo, IReadOnlyList<Scenario> parts) => (_upTo, Parts) = (upTo, parts);

    public override IReadOnlyList<Scenario> Parts { get; }

    public override ScenarioForm WithParts(Func<Scenario, Scenario> change) =>
        new MixForm(_upTo, [.. Parts.Select(change)]);

    public override string Kind => "a mix";

    /// <param name="uniform">From 0 to below 1.</param>
    /// <returns>The position of the branch; each as often as its share of the weights.</returns>
    public int Pick(double uniform)
    {
        var at = uniform * _upTo[^1];
        var branch = 0;
        // The last one takes what rounding leaves over.
        while (branch < _upTo.Length - 1 && at >= _upTo[branch])
        {
            branch++;
        }
        return branch;
    }
}
