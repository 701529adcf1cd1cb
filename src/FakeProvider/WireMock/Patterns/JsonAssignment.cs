using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Finds a different actual element for each expected one. Taking the first that fits would fail where
/// that one is the only one that fits another, so elements give way along augmenting paths (Kuhn's
/// algorithm for bipartite matching).
/// </summary>
internal sealed class JsonAssignment(
    JsonComparison comparison,
    JsonElement[] expected,
    JsonElement[] actual
)
{
    /// <summary>How long an expected array may be: the search is this deep.</summary>
    public const int Most = 1_000;

    private const int Nobody = -1;

    private readonly int[] _holder = [.. Enumerable.Repeat(Nobody, actual.Length)];

    public bool IsComplete()
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (!TryPlace(i, new bool[actual.Length]))
            {
                return false;
            }
        }
        return true;
    }

    private bool TryPlace(int wanted, bool[] isTried)
    {
        for (var j = 0; j < actual.Length; j++)
        {
            if (isTried[j] || !comparison.AreEqual(expected[wanted], actual[j]))
            {
                continue;
            }
            isTried[j] = true;
            if (_holder[j] == Nobody || TryPlace(_holder[j], isTried))
            {
                _holder[j] = wanted;
                return true;
            }
        }
        return false;
    }
}
