using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Tests;

/// <summary>A round of probes that ends when a test says so.</summary>
internal sealed class ScriptedChecks : HealthCheckService
{
    private TaskCompletionSource<HealthStatus> _next = NewRound();
    private TaskCompletionSource _started = new();
    private int _rounds;

    public int Rounds => Volatile.Read(ref _rounds);

    public Task Started => _started.Task.WaitAsync(TestContext.Current.CancellationToken);

    public void Finish(HealthStatus status)
    {
        var current = _next;
        _next = NewRound();
        _started = new TaskCompletionSource();
        current.SetResult(status);
    }

    public void Fail(Exception e)
    {
        var current = _next;
        _next = NewRound();
        _started = new TaskCompletionSource();
        current.SetException(e);
    }

    public override async Task<HealthReport> CheckHealthAsync(
        Func<HealthCheckRegistration, bool>? predicate,
        CancellationToken cancellationToken = default
    )
    {
        Interlocked.Increment(ref _rounds);
        var round = _next;
        _started.TrySetResult();
        var status = await round.Task;
        return new HealthReport(
            new Dictionary<string, HealthReportEntry>
            {
                ["provider"] = new(status, "said so", TimeSpan.Zero, null, null),
            },
            TimeSpan.Zero
        );
    }

    private static TaskCompletionSource<HealthStatus> NewRound() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
