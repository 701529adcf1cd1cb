namespace GatewayBench;

/// <summary>The range of arrival rates: beyond it timestamps, in steps of 100 ns, get too coarse.</summary>
internal static class OpenRate
{
    private const double Most = 1_000_000;

    public static void Check(string option, double perSecond)
    {
        if (!(perSecond is >= 0 and <= Most))
        {
            throw InvalidOption.Exception(option, perSecond, "0 to 1,000,000");
        }
    }

    public static void CheckAboveZero(string option, double perSecond)
    {
        if (!(perSecond is > 0 and <= Most))
        {
            throw InvalidOption.Exception(option, perSecond, "above 0, at most 1,000,000");
        }
    }
}
