namespace GatewayBench;

/// <summary>A fresh launch of both arms, measured in turns: one value of a comparison.</summary>
/// <param name="Number">From 1, discarded ones included.</param>
/// <param name="First">Which arm was launched first, and had the first slice.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="Seconds">How long it took, launches and warm-ups included.</param>
/// <param name="Figures">By row and metric.</param>
internal sealed record Pair(
    int Number,
    ArmSide First,
    DateTimeOffset Begun,
    double Seconds,
    IReadOnlyList<PairFigure> Figures
)
{
    /// <summary>Why it counts for nothing, by a rule that is blind to which arm is better; null if it counts.</summary>
    public string? Discarded { get; init; }

    /// <summary>What else has to be known of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
