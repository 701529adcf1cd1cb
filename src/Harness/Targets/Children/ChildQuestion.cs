using System.Text.Json;

namespace GatewayBench;

/// <summary>One line to a child that runs: just one of its members says something.</summary>
internal sealed record ChildQuestion
{
    /// <summary>The number of a question for what its process has used so far.</summary>
    public long? Usage { get; init; }

    /// <summary>The number by which it tells, from now on, what it reads of itself; ends what it told before.</summary>
    public long? Watch { get; init; }

    /// <summary>When the measured time begins, in timestamps of <see
    /// cref="System.Diagnostics.Stopwatch"/>, which processes of one machine share; with <see cref="Watch"/>.</summary>
    public long Started { get; init; }

    /// <summary>Whether it is to read for the last time.</summary>
    public bool EndsWatch { get; init; }

    public string ToLine() => JsonSerializer.Serialize(this, ChildJson.Default.ChildQuestion);

    public static ChildQuestion Parse(string line) =>
        JsonSerializer.Deserialize(line, ChildJson.Default.ChildQuestion)!;
}
