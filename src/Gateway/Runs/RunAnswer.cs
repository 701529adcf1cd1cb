namespace Gateway;

/// <summary>A run as its owner sees it.</summary>
internal sealed record RunAnswer(
    string Id,
    string SessionId,
    string State,
    string Input,
    string? Output,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt
)
{
    public static RunAnswer From(Run run) =>
        new(
            run.Id,
            run.SessionId,
            run.State,
            run.Input,
            run.Output,
            run.Reason,
            DateTimeOffset.FromUnixTimeMilliseconds(run.CreatedAt),
            Time(run.StartedAt),
            Time(run.EndedAt)
        );

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}

/// <summary>The answer of <c>GET /v1/runs</c>.</summary>
/// <param name="Runs">The newest first.</param>
/// <param name="NextBefore">What to send as <c>before</c> for older ones; null if there are none.</param>
internal sealed record RunList(IReadOnlyList<RunAnswer> Runs, string? NextBefore);
