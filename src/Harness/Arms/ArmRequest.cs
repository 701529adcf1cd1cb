using System.Text.Json;

namespace GatewayBench;

/// <summary>What an arm that is ready is asked for: a slice of its closed loop, or, with a rate, an open load.</summary>
/// <param name="Number">The answer repeats it.</param>
/// <param name="Seconds">How long.</param>
/// <param name="Rate">Arrivals per second of an open load; null for a slice.</param>
/// <param name="Row">Which of its rows, from 0.</param>
internal sealed record ArmRequest(long Number, double Seconds, double? Rate = null, int Row = 0)
{
    public string ToLine() => JsonSerializer.Serialize(this, ArmJson.Default.ArmRequest);

    public static ArmRequest Parse(string line) =>
        JsonSerializer.Deserialize(line, ArmJson.Default.ArmRequest)!;
}
