namespace GatewayBench;

/// <summary>What single exchanges tell of why they took as long as they did, of one thread or of several.</summary>
internal sealed class CauseCells
{
    public SplitCells Split { get; } = new();

    public PromptCells Prompts { get; } = new();

    public TurnCells Turns { get; } = new();

    public void Add(CauseCells other)
    {
        Split.Add(other.Split);
        Prompts.Add(other.Prompts);
        Turns.Add(other.Turns);
    }

    /// <param name="classes">What the prompts were told apart by.</param>
    public Breakdown Result(IReadOnlyList<string> classes) =>
        new(
            SplitBands.Of(Split),
            PromptTail.Of(classes, Prompts),
            SessionGrowth.Of([.. Turns.Results()])
        );
}
