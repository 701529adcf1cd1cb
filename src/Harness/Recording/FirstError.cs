namespace GatewayBench;

/// <summary>The first failure of one class in a row's measured time.</summary>
/// <param name="Outcome">The class.</param>
/// <param name="Second">
/// When the exchange was meant to start, in seconds from the start of the measured time; that of an
/// iteration of several exchanges is moved forward by the user's pauses in it.
/// </param>
/// <param name="Users">
/// Who was there at the end of that second of the timeline: in a closed load the users that had
/// started, in an open load the exchanges in flight; null where the timeline has nothing of it.
/// </param>
public sealed record FirstError(Outcome Outcome, double Second, int? Users);
