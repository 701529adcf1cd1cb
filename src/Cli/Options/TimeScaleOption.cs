using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>By what an experiment's time is multiplied, on whichever side of it.</summary>
internal static class TimeScaleOption
{
    /// <param name="what">Is multiplied.</param>
    public static Option<double> Of(string what) =>
        OptionOf.Number(
            "--time-scale",
            $"What {what} multiplied by. [default: 1]",
            min: 0.001,
            max: 1
        );
}
