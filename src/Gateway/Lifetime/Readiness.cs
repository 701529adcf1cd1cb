using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Whether requests should be sent here: it has started, is not stopping, and what it can't work
/// without is there. The provider is not asked: when it is down, it is so for every instance, and
/// taking all of them away would turn a classified error into none.
/// </summary>
internal sealed class Readiness(
    Draining draining,
    IHostApplicationLifetime host,
    HealthCheckService checks,
    IOptions<HealthOptions> health,
    TimeProvider clock
)
{
    /// <summary>The tag of health checks that count for it.</summary>
    public const string Tag = "ready";

    private readonly CachedHealth _needed = new(
        checks,
        health,
        clock,
        check => check.Tags.Contains(Tag)
    );

    public async Task AnswerAsync(HttpContext context)
    {
        if (draining.IsStopping)
        {
            await NotReady("stopping").ExecuteAsync(context);
        }
        else if (!host.ApplicationStarted.IsCancellationRequested)
        {
            await NotReady("starting").ExecuteAsync(context);
        }
        else
        {
            await HealthSetup.AnswerAsync(context, _needed);
        }
    }

    private static ContentHttpResult NotReady(string status) =>
        TypedResults.Text(
            $$"""{"status":"{{status}}"}""",
            "application/json",
            statusCode: StatusCodes.Status503ServiceUnavailable
        );
}
