namespace GatewayBench;

/// <summary>Which exchange of a row one is: the same in every run of a seed, at any pace.</summary>
/// <param name="Phase">The part of the row.</param>
/// <param name="User">Whose exchange it is; <see cref="Anyone"/> in an open load, where whoever is
/// free sends the next arrival.</param>
/// <param name="Number">Of the user's iterations, or of all arrivals, in the phase, from 0.</param>
/// <param name="Part">Which part of the row's scenario; 0 for the whole, or a scenario without parts.</param>
/// <param name="Repeat">Which of the exchanges of a part that is repeated, from 0.</param>
internal readonly record struct HitId(
    HitPhase Phase,
    int User,
    long Number,
    int Part = 0,
    int Repeat = 0
)
{
    public const int Anyone = -1;
}
