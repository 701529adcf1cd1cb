namespace GatewayBench;

/// <summary>What a trigger looks at.</summary>
/// <param name="Uniform">Drawn evenly from strictly between 0 and 1.</param>
/// <param name="Number">The number of the admitted request, from 0.</param>
/// <param name="Attempt">Which attempt of the request it is, from 1.</param>
internal readonly record struct FaultDraw(double Uniform, ulong Number, int Attempt);
