namespace GatewayBench;

/// <summary>Six digits tell all that is to be seen in a series, and keep results short.</summary>
internal static class SignificantDigits
{
    private const int Digits = 6;

    /// <returns>The column's value there, rounded; null where there is no such place or value.</returns>
    public static double? Of(SeriesColumn column, int? place) =>
        place is { } slice && column.At(slice) is { } value ? Rounded(value) : null;

    public static double Rounded(double value)
    {
        if (value == 0)
        {
            return 0;
        }
        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (decimals is >= 0 and <= 15)
        {
            return Math.Round(value, decimals);
        }
        // Whole powers of ten are exact, their fractions are not.
        var unit = Math.Pow(10, Math.Abs(decimals));
        return decimals < 0 ? Math.Round(value / unit) * unit : Math.Round(value * unit) / unit;
    }
}
