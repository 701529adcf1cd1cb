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

    protected override ProcessStartInfo Command()
    {
        var packages = Repository.PathOf("eng", "npm", "node_modules");
        var node = FindOnPath("node");
        Assert.SkipWhen(
            node is null || !Directory.Exists(Path.Combine(packages, "hdr-histogram-js")),
            "Compares with hdr-histogram-js; for that: "
                + "apt-get install nodejs npm, and npm ci --ignore-scripts --prefix eng/npm"
        );
        return new ProcessStartInfo(node, [PathOf("HdrOracle.js")])
        {
            Environment = { ["NODE_PATH"] = packages },
        };
    }
}
