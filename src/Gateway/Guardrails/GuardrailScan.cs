namespace Gateway;

/// <summary>
/// Goes through one text from its start and tells what the rules find in it. Each rule searches
/// each part of the text once, however many matches the others have.
/// </summary>
internal sealed class GuardrailScan(IReadOnlyList<GuardrailRule> rules, string text)
{
    private readonly (int Start, int Length)[] _next = new (int, int)[rules.Count];
    private readonly int[] _held = new int[rules.Count];
    private bool _begun;
    private bool _heldBegun;

    /// <summary>
    /// The first match that begins at <paramref name="from"/> or later; of several at one place the
    /// first rule's that is confirmed. Null if there is none.
    /// </summary>
    /// <remarks>Calls must go forward: what lies before an earlier <paramref name="from"/> is gone.</remarks>
    public GuardrailHit? Next(int from)
    {
        var first = int.MaxValue;
        for (var i = 0; i < rules.Count; i++)
        {
            if (!_begun || _next[i].Start < from)
            {
                _next[i] = Find(rules[i], from);
            }
            first = Math.Min(first, _next[i].Start);
        }
        _begun = true;
        if (first == int.MaxValue)
        {
            return null;
        }
        for (var i = 0; i < rules.Count; i++)
        {
            if (
                _next[i].Start == first
                && rules[i].Confirm(text.AsSpan(first, _next[i].Length)) is > 0 and var length
            )
            {
                return new(rules[i].Name, first, length);
            }
        }
        return new(null, first, 0);
    }

    /// <summary>Where, at <paramref name="from"/> or later, the part begins that more text could change.</summary>
    public int HeldFrom(int from)
    {
        var first = text.Length;
        for (var i = 0; i < rules.Count; i++)
        {
            if (!_heldBegun || _held[i] < from)
            {
                var matches = rules[i].Held.EnumerateMatches(text, from);
                _held[i] = matches.MoveNext() ? matches.Current.Index : text.Length;
            }
            first = Math.Min(first, _held[i]);
        }
        _heldBegun = true;
        return first;
    }

    private (int, int) Find(GuardrailRule rule, int from)
    {
        var matches = rule.Whole.EnumerateMatches(text, from);
        return matches.MoveNext()
            ? (matches.Current.Index, matches.Current.Length)
            : (int.MaxValue, 0);
    }
}
