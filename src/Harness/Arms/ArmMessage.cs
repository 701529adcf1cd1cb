using System.Text.Json;

namespace GatewayBench;

/// <summary>One line of an arm: just one of its members says something, an answer beside its number.</summary>
internal sealed record ArmMessage
{
    /// <summary>It is warmed up, and waits.</summary>
    public ArmReady? Ready { get; init; }

    /// <summary>Why it can't go on, or could not start.</summary>
    public string? Failure { get; init; }

    /// <summary>The number of the request that is answered.</summary>
    public long? Answer { get; init; }

    public SliceFigures? Slice { get; init; }

    public OpenFigures? Open { get; init; }

    public string ToLine(string token) =>
        token + JsonSerializer.Serialize(this, ArmJson.Default.ArmMessage);

    /// <returns>Null for a line that something else printed.</returns>
    public static ArmMessage? Parse(string line, string token) =>
        line.StartsWith(token, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize(line.AsSpan(token.Length), ArmJson.Default.ArmMessage)
            : null;
}
