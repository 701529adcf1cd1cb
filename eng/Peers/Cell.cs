using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>Figures as people read them; <c>-</c> for what is not known.</summary>
internal static class Cell
{
    public static string Rate(double rate) => rate.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Ratio(double? ratio) =>
        ratio is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}x");

    public static string Fairness(double? fairness) =>
        fairness is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{fairness:0.00}");
}
