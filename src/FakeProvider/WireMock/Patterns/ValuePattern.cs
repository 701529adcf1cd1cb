namespace GatewayBench;

/// <summary>What a header, a query parameter, a cookie or a body has to be.</summary>
internal abstract class ValuePattern
{
    public abstract bool Matches(MatchedValue value);

    /// <summary>With several values one of them has to match; with none, none has to be allowed.</summary>
    public bool MatchesAny(IReadOnlyList<MatchedValue> values)
    {
        if (values.Count == 0)
        {
            return Matches(MatchedValue.None);
        }
        foreach (var value in values)
        {
            if (Matches(value))
            {
                return true;
            }
        }
        return false;
    }
}
