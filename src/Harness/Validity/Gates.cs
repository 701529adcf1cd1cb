using System.Globalization;

namespace GatewayBench;

/// <summary>The checks whose failure makes a row's figures unusable, with the reason.</summary>
internal static class Gates
{
    public static IEnumerable<string> Failed(double? fairness, bool? settled, TimeSpan warmUp)
    {
        if (fairness < Fairness.Least)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"unfair: the slowest user did {fairness:0.00} of the median user's exchanges, least {Fairness.Least}"
            );
        }
        if (settled == false)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"never settled: rate or compiler were still moving after {warmUp.TotalSeconds:0.0} s of warm-up; {Variables.WarmUp} sets how long it may take"
            );
        }
    }
}
