namespace GatewayBench;

/// <summary>What all listeners to the runtime's events share.</summary>
internal static class Listeners
{
    /// <summary>
    /// Held while one begins or ends. The runtime takes two locks for either, beginning in one order
    /// and ending in the other, so that two threads at it may wait for each other for ever.
    /// </summary>
    public static readonly Lock Gate = new();
}
