namespace GatewayBench;

/// <summary>How requests to the provider grow over a session's turns.</summary>
/// <param name="Turns">By turn, the first ones first.</param>
/// <param name="TokensPerTurn">
/// By how many tokens the prompt of a request grows with each turn, up to the bend if there is one;
/// null where the provider doesn't tell, or of too few exchanges.
/// </param>
/// <param name="Error">The standard error of that.</param>
/// <param name="BendsAfterTurn">
/// The turn from which on it grows otherwise: less than half as much, or more than twice; null where
/// it does not.
/// </param>
/// <param name="TokensPerTurnAfter">By how many tokens from there on; null without a bend.</param>
public sealed record SessionGrowth(
    IReadOnlyList<TurnResult> Turns,
    double? TokensPerTurn,
    double? Error,
    double? BendsAfterTurn,
    double? TokensPerTurnAfter
)
{
    /// <summary>Of a group of turns, for its mean to be worth a comparison.</summary>
    private const int LeastExchanges = 20;

    /// <summary>What chance explains once in 370 cases is called a bend, or growth.</summary>
    private const double StandardErrors = 3;

    /// <summary>Whether requests grow, beyond chance and by at least a token with each turn.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Grows => TokensPerTurn >= Math.Max(1, StandardErrors * Error ?? double.MaxValue);

    /// <returns>Null where sessions have one turn, or there are none.</returns>
    internal static SessionGrowth? Of(IReadOnlyList<TurnResult> turns)
    {
        if (turns.Count < 2)
        {
            return null;
        }
        TurnResult[] known =
        [
            .. turns.Where(one =>
                one is { PromptTokensError: not null, Successes: >= LeastExchanges }
            ),
        ];
        if (known.Length < 2)
        {
            return new SessionGrowth(turns, null, null, null, null);
        }
        for (var bend = 1; bend < known.Length - 1; bend++)
        {
            var (before, after) = (
                Slope(known[0], known[bend]),
                Slope(known[bend], known[bend + 1])
            );
            var differs =
                Math.Abs(after.Tokens - before.Tokens)
                > StandardErrors * Math.Sqrt(Square(before.Error) + Square(after.Error));
            if (differs && (after.Tokens < before.Tokens / 2 || after.Tokens > 2 * before.Tokens))
            {
                var rest = Slope(known[bend], known[^1]);
                return new SessionGrowth(
                    turns,
                    before.Tokens,
                    before.Error,
                    known[bend].MeanTurn,
                    rest.Tokens
                );
            }
        }
        var whole = Slope(known[0], known[^1]);
        return new SessionGrowth(turns, whole.Tokens, whole.Error, null, null);
    }

    private static (double Tokens, double Error) Slope(TurnResult from, TurnResult to)
    {
        var turns = to.MeanTurn - from.MeanTurn;
        return (
            (to.PromptTokens!.Value - from.PromptTokens!.Value) / turns,
            Math.Sqrt(Square(to.PromptTokensError!.Value) + Square(from.PromptTokensError!.Value))
                / turns
        );
    }

    private static double Square(double value) => value * value;
}
