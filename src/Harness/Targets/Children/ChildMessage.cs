using System.Text.Json;

namespace GatewayBench;

/// <summary>One line of a child: just one of its members says something.</summary>
internal sealed record ChildMessage
{
    /// <summary>Where it listens, once it does.</summary>
    public Uri? Listening { get; init; }

    /// <summary>Whether it runs with the server's garbage collector; with <see cref="Listening"/>.</summary>
    public bool ServerGc { get; init; }

    /// <summary>Why it did not start.</summary>
    public string? StartFailure { get; init; }

    /// <inheritdoc cref="ITarget.Fault" />
    public string? Fault { get; init; }

    /// <summary>The number of the question that <see cref="Usage"/> answers.</summary>
    public long? Answer { get; init; }

    /// <summary>What its process has used so far; with <see cref="Answer"/>.</summary>
    public ProcessUsage Usage { get; init; }

    /// <summary>The number by which it was asked to tell <see cref="Slice"/>.</summary>
    public long? Watch { get; init; }

    /// <summary>What it read of itself; with <see cref="Watch"/>.</summary>
    public ToldSlice? Slice { get; init; }

    public string ToLine(string token) =>
        token + JsonSerializer.Serialize(this, ChildJson.Default.ChildMessage);

    /// <returns>Null for a line that something else printed.</returns>
    public static ChildMessage? Parse(string line, string token) =>
        line.StartsWith(token, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize(line.AsSpan(token.Length), ChildJson.Default.ChildMessage)
            : null;
}
