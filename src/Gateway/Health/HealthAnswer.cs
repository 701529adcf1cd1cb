using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway;

/// <summary>The answer of <c>GET /health</c>; <c>checked_at</c> tells a stale one from a fresh one.</summary>
internal sealed record HealthAnswer(
    string Status,
    DateTimeOffset CheckedAt,
    IReadOnlyList<DependencyHealth> Dependencies
)
{
    public static HealthAnswer From(HealthReport report, DateTimeOffset checkedAt) =>
        new(
            Name(report.Status),
            checkedAt,
            [
                .. report.Entries.Select(entry => new DependencyHealth(
                    entry.Key,
                    Name(entry.Value.Status),
                    // Absent when a check threw: what an exception says is not for callers.
                    entry.Value.Exception
                        is null
                        ? entry.Value.Description
                        : "the check failed"
                )),
            ]
        );

    private static string Name(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "healthy",
            HealthStatus.Degraded => "degraded",
            _ => "unhealthy",
        };
}

/// <summary>One dependency's state and a short reason.</summary>
internal sealed record DependencyHealth(string Name, string Status, string? Reason);
