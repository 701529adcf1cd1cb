namespace GatewayBench;

/// <summary>Ends an answer before its end: a fault has done with it what it had to.</summary>
internal sealed class AnswerEndedException() : Exception("A fault has ended the answer.");
