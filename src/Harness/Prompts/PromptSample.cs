namespace GatewayBench;

/// <summary>Takes prompts out of a log, each with the same chance.</summary>
/// <param name="Seen">Lines that held a prompt.</param>
/// <param name="Skipped">Lines that held none.</param>
/// <param name="Prompts">Those that were taken, redacted, in the order of the log.</param>
public sealed record PromptSample(long Seen, long Skipped, IReadOnlyList<string> Prompts)
{
    /// <summary>
    /// Samples a log line by line in memory for the sample alone (Vitter, <i>Random sampling with a
    /// reservoir</i>, 1985, algorithm R).
    /// </summary>
    /// <param name="lines">The log.</param>
    /// <param name="field">
    /// The property of each line's JSON object that holds the prompt; null for <c>prompt</c> or
    /// <c>messages</c>, and lines that are no JSON are then prompts themselves.
    /// </param>
    /// <param name="take">How many, from 1; all where there are fewer.</param>
    /// <param name="seed">The same seed takes the same lines.</param>
    public static PromptSample From(IEnumerable<string> lines, string? field, int take, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        var taken = new List<(long Number, string Prompt)>();
        var (seen, skipped) = (0L, 0L);
        foreach (var line in lines)
        {
            if (PromptLine.Read(line, field) is not { } prompt)
            {
                skipped += string.IsNullOrWhiteSpace(line) ? 0 : 1;
                continue;
            }
            if (taken.Count < take)
            {
                taken.Add((seen, prompt));
            }
            else if (Place(seed, seen) is var place && place < take)
            {
                taken[(int)place] = (seen, prompt);
            }
            seen++;
        }
        return new PromptSample(
            seen,
            skipped,
            [
                .. taken
                    .OrderBy(line => line.Number)
                    .Select(line => PromptRedactor.Clean(line.Prompt)),
            ]
        );
    }

    /// <summary>From 0 to the number of those before it, all equally likely.</summary>
    private static long Place(ulong seed, long number) =>
        (long)Math.BigMul(SplitMix64.At(seed, (ulong)number), (ulong)number + 1, out _);
}
