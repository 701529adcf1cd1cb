namespace GatewayBench;

/// <summary>Whether the processors' clock stays as it is.</summary>
internal static class FitnessPower
{
    private const string Steady = "performance";

    public static FitnessFinding Governor(PowerState power) =>
        power.Governor switch
        {
            null => new(
                "governor",
                Judgement.Unknown,
                Units.Nothing,
                "the host's matter, or not readable here"
            ),
            Steady => new("governor", Judgement.Ok, Steady),
            var other => new(
                "governor",
                Judgement.Warn,
                other,
                "the clock follows the load: cpupower frequency-set -g performance"
            ),
        };

    public static FitnessFinding Battery(PowerState power) =>
        power.OnBattery switch
        {
            true => new(
                "power",
                Judgement.Bad,
                "on battery",
                "plug it in: on battery the clock is held down"
            ),
            false => new("power", Judgement.Ok, "plugged in"),
            null => new("power", Judgement.Ok, "no battery seen"),
        };
}
