using System.Diagnostics;
using GatewayBench.Support;

namespace GatewayBench.HarnessTests.Oracles;

/// <summary>The original HdrHistogram, for Java.</summary>
public sealed class HdrOracle : LineOracle
{
    private static readonly string[] _jars =
    [
        "/usr/share/java/hdrhistogram.jar",
        "/usr/share/java/HdrHistogram.jar",
    ];

    protected override ProcessStartInfo Command()
    {
        var jar = Array.Find(_jars, File.Exists);
        // Java compiles the program on the fly, which a mere runtime cannot.
        var compiler = Programs.Find("javac");
        Assert.SkipWhen(
            jar is null || compiler is null,
            "Compares with the original HdrHistogram; for that: "
                + "apt-get install default-jdk-headless libhdrhistogram-java"
        );
        var java = Path.Combine(Path.GetDirectoryName(compiler)!, "java");
        return new ProcessStartInfo(java, ["-cp", jar, PathOf("HdrOracle.java")]);
    }
}
