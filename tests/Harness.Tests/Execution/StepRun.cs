using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>One user's steps on a manual clock, iteration by iteration, without a load around them.</summary>
internal sealed class StepRun : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock;
    private readonly HttpMessageInvoker _client;
    private readonly CancellationTokenSource _cancel = new();
    private readonly IStep _step;
    private long _number;

    public StepRun(
        ManualTimeProvider clock,
        ITarget target,
        Scenario scenario,
        int user = 0,
        int slowest = 10
    )
    {
        _clock = clock;
        _client = target.CreateClient();
        var options = Runs.Options with
        {
            Clock = clock,
            ExchangeTimeout = TimeSpan.FromSeconds(10),
            SlowestExchanges = slowest,
        };
        var row = new Row(target, scenario, Load.Closed(1, TimeSpan.FromHours(1)));
        Run = new RowRun(row, _client, options, _cancel.Token);
        User = Run.NewUser(user);
        _step = Run.NewStep(User);
        From = clock.GetTimestamp();
        Run.Measure(From, From + TimeSpan.TicksPerHour);
    }

    public RowRun Run { get; }

    /// <summary>When the measured time began.</summary>
    public long From { get; }

    public User User { get; }

    public Delay? Pause => _step.Pause;

    public IReadOnlyList<PartResult> Parts => PartReport.Of(Run.Whole);

    /// <summary>
    /// Does one iteration, as the loop of a user would. The target answers at once, so that all is
    /// done on one thread: whenever it waits, it is for the clock.
    /// </summary>
    /// <param name="late">How long before now it was meant to start.</param>
    /// <param name="phase">Of the row.</param>
    public Task<Hit> IterateAsync(TimeSpan late = default, HitPhase phase = HitPhase.Measured) =>
        // On a thread of the pool, where continuations go on at once.
        Task.Run(() =>
        {
            var intended = _clock.GetTimestamp() - late.Ticks;
            var id = new HitId(phase, User.Index, _number++);
            var running = _step.RunAsync(intended, id).AsTask();
            while (!running.IsCompleted)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(1));
            }
            Run.Count(running.Result, intended, id, _step);
            return running.Result;
        });

    public void Cancel() => _cancel.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _step.DisposeAsync();
        Run.Dispose();
        _client.Dispose();
        _cancel.Dispose();
    }
}
