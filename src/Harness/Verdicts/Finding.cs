namespace GatewayBench;

/// <summary>What a metric's pairs said at a look.</summary>
/// <param name="Verdict"><see cref="Verdict.Inconclusive"/> as long as none can be given.</param>
/// <param name="Pairs">How many pairs it rests on: those of the last look; 0 before the first one.</param>
/// <param name="HasEnded">Whether more pairs would change nothing: decided, or none are allowed.</param>
/// <param name="Evidence">What it was judged by.</param>
internal sealed record Finding(Verdict Verdict, int Pairs, bool HasEnded, Evidence Evidence);
