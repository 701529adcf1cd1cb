namespace GatewayBench;

/// <summary>Which exchange of a row one is: the same in every run of a seed, at any pace.</summary>
/// <param name="Phase">The part of the row.</param>
/// <param name="User">Whose exchange it is; <see cref="Anyone"/> in an open load, where whoever is
/// free sends the next arrival.</param>
/// <param name="Number">Of the user's exchanges, or of all arrivals, in the phase, from 0.</param>
internal readonly record struct HitId(HitPhase Phase, int User, long Number)
{
    public const int Anyone = -1;
}
