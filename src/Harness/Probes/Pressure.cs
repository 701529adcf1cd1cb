namespace GatewayBench;

/// <summary>Pressure stall information: a file of <c>/proc/pressure</c> (the kernel's accounting/psi).</summary>
internal static class Pressure
{
    /// <returns>
    /// For how long everything that could run was held up, since the start; null if this is not
    /// what the kernel writes.
    /// </returns>
    public static TimeSpan? ParseFull(string? text)
    {
        var full = text
            ?.Split('\n')
            .FirstOrDefault(line => line.StartsWith("full ", StringComparison.Ordinal));
        return KernelText.NumberAfter("total=", full, ' ') is { } microseconds
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;
    }
}
