namespace GatewayBench;

/// <summary>
/// The key that all of a request's delays and faults are drawn by: a stable hash of id, step and
/// ordinal, and so the same in any order of arrival. A request without an identity has its place in
/// the order of admission instead. What is drawn is told apart by the seed.
/// </summary>
internal static class DrawKey
{
    /// <param name="identity">Whose draws.</param>
    /// <param name="admission">The number of the admitted request, from 0.</param>
    public static ulong Of(in RequestIdentity identity, ulong admission)
    {
        if (!identity.HasIdentity)
        {
            return admission;
        }
        var hash = new StableHash(identity.Id.High);
        hash.Add(identity.Id.Low);
        hash.Add((ulong)identity.Step);
        hash.Add((ulong)identity.Ordinal);
        return hash.Value;
    }
}
