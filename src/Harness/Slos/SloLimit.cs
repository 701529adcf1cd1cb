namespace GatewayBench;

/// <summary>What an SLO allows.</summary>
/// <param name="Comparison">One of <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</param>
/// <param name="Value">In the subject's unit.</param>
/// <param name="IsPercent">Whether it was written as one.</param>
/// <param name="Position">Where its number stands in the expression.</param>
internal sealed record SloLimit(string Comparison, double Value, bool IsPercent, int Position)
{
    public bool IsUpper => Comparison[0] == '<';

    public bool Allows(double value) =>
        Comparison switch
        {
            "<" => value < Value,
            "<=" => value <= Value,
            ">" => value > Value,
            _ => value >= Value,
        };
}
