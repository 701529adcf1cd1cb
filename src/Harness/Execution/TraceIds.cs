using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Names a row's exchanges, so that a provider behind a gateway knows them again: trace ids as pure
/// functions of the run's seed, the row and the exchange, which are the same in two runs that are to
/// be compared.
/// </summary>
/// <param name="seed">Of the run.</param>
/// <param name="row">The name of the row's scenario.</param>
internal sealed class TraceIds(ulong seed, string row)
{
    public const string Header = "traceparent";

    private readonly ulong _row = HashOf(seed, row);
    private volatile bool _areReplaced;

    /// <summary>Whether the scenario sets ids of its own, so that nothing is known by these.</summary>
    public bool AreReplaced => _areReplaced;

    /// <summary>Puts the exchange's <c>traceparent</c> on its request, unless the scenario has set one.</summary>
    public void Mark(HttpRequestMessage request, in HitId hit)
    {
        if (request.Headers.NonValidated.Contains(Header))
        {
            _areReplaced = true;
            return;
        }
        request.Headers.TryAddWithoutValidation(Header, TraceParentOf(hit));
    }

    /// <summary>In the form of W3C Trace Context, sampled.</summary>
    public string TraceParentOf(in HitId hit)
    {
        var id = Of(hit);
        // A parent id of zeros would make the header void.
        var span = SplitMix64.Mix(id.Low) | 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"00-{id.High:x16}{id.Low:x16}-{span:x16}-01"
        );
    }

    /// <summary>The trace id alone.</summary>
    public RequestId Of(in HitId hit)
    {
        var hash = new StableHash(_row);
        hash.Add((ulong)hit.Phase);
        hash.Add(unchecked((ulong)hit.User));
        hash.Add((ulong)hit.Number);
        if (hit.Part != 0)
        {
            hash.Add((ulong)hit.Part);
            hash.Add((ulong)hit.Repeat);
        }
        var high = hash.Value;
        return new RequestId(high, SplitMix64.Mix(~high));
    }

    private static ulong HashOf(ulong seed, string row)
    {
        var hash = new StableHash(seed);
        hash.Add(row);
        return hash.Value;
    }
}
