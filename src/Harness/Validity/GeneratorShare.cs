namespace GatewayBench;

/// <summary>The load client's share of the CPU.</summary>
internal static class GeneratorShare
{
    /// <summary>
    /// CPU per exchange against canned bytes, over CPU per exchange in the row. An upper bound:
    /// sending the canned bytes is in it, over loopback with the kernel's work for the server's end.
    /// </summary>
    /// <returns>From 0 to 1; null unless both are known.</returns>
    public static double? UpperBound(double? cannedMicroseconds, double? rowMicroseconds) =>
        rowMicroseconds > 0 && cannedMicroseconds is { } canned
            ? Math.Min(1, canned / rowMicroseconds.Value)
            : null;
}
