using System.Globalization;
using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>Numbers as the reference's log and percentile files show them.</summary>
internal static class ReferenceNumbers
{
    // Beyond this a double has no fraction and decimal no room.
    private const double Largest = 1e28;

    /// <summary>
    /// With a fixed number of decimals. Java rounds half up the shortest digits that tell the double
    /// from its neighbours; .NET would round its exact binary value.
    /// </summary>
    public static string Format(double value, int decimals)
    {
        var invariant = CultureInfo.InvariantCulture;
        var format = "F" + decimals.ToString(invariant);
        if (!(Math.Abs(value) < Largest))
        {
            return value.ToString(format, invariant);
        }
        var shortest = decimal.Parse(value.ToString("R", invariant), NumberStyles.Float, invariant);
        return Math.Round(shortest, decimals, MidpointRounding.AwayFromZero)
            .ToString(format, invariant);
    }

    /// <summary>Refuses what values cannot be divided by to change their unit.</summary>
    public static void ThrowIfNotARatio(
        double ratio,
        [CallerArgumentExpression(nameof(ratio))] string? name = null
    )
    {
        if (!(ratio > 0 && double.IsFinite(ratio)))
        {
            throw new ArgumentOutOfRangeException(name, ratio, "A positive number is allowed.");
        }
    }
}
