using System.Globalization;

namespace GatewayBench;

/// <summary>Pressure stall information: a file of <c>/proc/pressure</c> (the kernel's accounting/psi).</summary>
internal static class Pressure
{
    private const string Full = "full ";
    private const string Total = "total=";

    /// <returns>
    /// For how long everything that could run was held up, since the start; null if this is not
    /// what the kernel writes.
    /// </returns>
    public static TimeSpan? ParseFull(string? text)
    {
        var line = text
            ?.Split('\n')
            .FirstOrDefault(l => l.StartsWith(Full, StringComparison.Ordinal));
        var total = line
            ?.Split(' ')
            .FirstOrDefault(field => field.StartsWith(Total, StringComparison.Ordinal));
        return ulong.TryParse(
            total.AsSpan(total is null ? 0 : Total.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var microseconds
        )
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;
    }
}
