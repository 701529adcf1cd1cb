namespace GatewayBench;

/// <summary>What a table knows of something that has just come.</summary>
/// <param name="Number">How often it had come before.</param>
/// <param name="IsEarly">Whether it was told to come later.</param>
internal readonly record struct Arrival(int Number, bool IsEarly);
