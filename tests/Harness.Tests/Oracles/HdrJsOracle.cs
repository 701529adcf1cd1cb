using System.Diagnostics;
using GatewayBench.Support;

namespace GatewayBench.HarnessTests.Oracles;

/// <summary>
/// hdr-histogram-js, whose numbers are doubles: values and total counts are whole up to
/// <see cref="MostExact"/>. Its counters are asked for at 64 bits; by default they have 32.
/// </summary>
public sealed class HdrJsOracle : LineOracle
{
    /// <summary>2^53 - 1, JavaScript's largest safe integer: doubles skip whole numbers beyond.</summary>
    public const long MostExact = (1L << 53) - 1;

    protected override ProcessStartInfo Command() =>
        NodeScript.Command("hdr-histogram-js", Path.Combine("Oracles", "HdrOracle.js"));
}
