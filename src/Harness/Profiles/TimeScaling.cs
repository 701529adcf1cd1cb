namespace GatewayBench;

/// <summary>Lets a row take less time than it says.</summary>
internal static class TimeScaling
{
    /// <exception cref="InvalidOperationException">Not all of it can be made faster alike.</exception>
    public static Row Of(Row row, double scale)
    {
        if (
            row.Target.Provider is not null
            && Of(row.Target.Provider) is var clock
            && clock != scale
        )
        {
            throw new InvalidOperationException(
                $"The fake provider's time scale is {Text(clock)} and the run's {Text(scale)}; allowed: the "
                    + $"same, by options.TimeProvider = new ScaledTime({Text(scale)}) for the provider."
            );
        }
        return scale == 1 ? row : row with { Load = row.Load.Scaled(scale) };
    }

    /// <summary>What a provider's time is multiplied by; 1 without one.</summary>
    public static double Of(FakeProvider? provider) =>
        provider?.Options.TimeProvider is ScaledTime scaled ? scaled.Scale : 1;

    public static string Text(double scale) =>
        scale.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
