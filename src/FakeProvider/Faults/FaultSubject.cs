namespace GatewayBench;

/// <summary>What decides whether a request is hit.</summary>
/// <param name="Key">What its draws are keyed by.</param>
/// <param name="Number">The number of the admitted request, from 0.</param>
/// <param name="Request">The same for all attempts of a request.</param>
internal readonly record struct FaultSubject(ulong Key, ulong Number, ulong Request)
{
    /// <summary>Without an identity, equal messages make the same request.</summary>
    public static FaultSubject Of(ModelReply reply, in RequestIdentity identity)
    {
        var request = new StableHash(identity.Id.High);
        request.Add(identity.Id.Low);
        request.Add(identity.PromptHash);
        return new FaultSubject(reply.DrawKey, reply.Sequence, request.Value);
    }
}
