namespace GatewayBench.ProvingGround;

/// <summary>One known way to break a gateway, or none.</summary>
/// <param name="Name">On the command line and in the matrix.</param>
/// <param name="Rules">The rules that may name it first; none for a healthy control.</param>
/// <param name="Draw">Sets a trial up, as bad as the dice say.</param>
internal sealed record Fault(string Name, IReadOnlyList<string> Rules, Action<Trial, Dice> Draw)
{
    /// <summary>In the help of the command line.</summary>
    public override string ToString() => Name;

    public bool IsHealthy => Rules.Count == 0;

    public static Fault Of(string name, string rule, Action<Trial, Dice> draw) =>
        new(name, [rule], draw);

    public static Fault Healthy(string name, Action<Trial, Dice> draw) => new(name, [], draw);
}
