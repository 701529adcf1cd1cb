using System.Globalization;

namespace GatewayBench;

/// <summary>What a bisection found, in words.</summary>
internal static class BisectLines
{
    /// <summary>As people quote it, with its day and subject.</summary>
    public static string Of(Commit commit) =>
        $"{GatewayInfo.ShortCommit(commit.Id)} {Units.Date(commit.AuthoredAt)} {OneLine.Of(commit.Subject)}";

    /// <summary>As in <c>OK/s -20.1 % (-21.0 % to -19.2 %, 10 pairs)</c>.</summary>
    public static string Of(BisectEffect effect)
    {
        var interval = effect is { Low: { } low, High: { } high }
            ? $"{Units.Change(low)} to {Units.Change(high)}, "
            : "";
        return $"{effect.Metric} {Units.Change(effect.Ratio)} ({interval}{effect.Pairs} pairs)";
    }

    public static string Of(BisectStep step)
    {
        var mark = step.Mark.ToString().ToLowerInvariant();
        return string.Join(
            "; ",
            new[]
            {
                step.Effects is [var first, ..] ? $"{mark}: {Of(first)}" : mark,
                step.Why is { } why ? OneLine.Of(why) : "",
                step.IsPartial ? "partial: more than one cause" : "",
            }.Where(part => part.Length > 0)
        );
    }

    /// <summary>What it comes to, with the size and the companions of what was found.</summary>
    public static string Conclusion(BisectRecord record) =>
        record switch
        {
            { Refusal: { } refusal } => $"NOT REPRODUCED: {refusal}",
            { Culprit: { } culprit, IsConfirmed: true } => $"CULPRIT: {Of(culprit)}",
            { Culprit: { } culprit, CheckFault: { } fault } =>
                $"CULPRIT, NOT CONFIRMED: {Of(culprit)}; its parent could not be measured beside it: {OneLine.Of(fault)}",
            { Culprit: { } culprit, Check: [var check, ..] } =>
                $"NOT CONFIRMED: {Of(culprit)}; beside its parent {Of(check)}",
            { Suspects.Count: > 0 } =>
                $"ONE OF {record.Suspects.Count.ToString(CultureInfo.InvariantCulture)} COMMITS: skipped ones hide which",
            _ => "NOTHING FOUND YET",
        };
}
