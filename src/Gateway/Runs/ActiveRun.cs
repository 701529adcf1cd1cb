using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gateway;

/// <summary>A run that waits or works in this process.</summary>
internal sealed class ActiveRun(Run run, int maxEvents) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    public Run Run { get; private set; } = run;

    public RunLog Log { get; } = new(maxEvents);

    /// <summary>Cancelled once the owner has asked for it.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    public void Cancel() => _cancel.Cancel();

    public void Tell<T>(string type, T data, JsonTypeInfo<T> json) =>
        Log.Append(type, JsonSerializer.Serialize(data, json));

    public void Start(DateTimeOffset now)
    {
        Run = Run with { State = RunState.Running, StartedAt = now.ToUnixTimeMilliseconds() };
        TellState();
    }

    /// <summary>Tells that the run waits or works.</summary>
    public void TellState() =>
        Tell(RunEvent.Status, new RunStatus(Run.State), GatewayJsonContext.Default.RunStatus);

    /// <summary>Tells how the run ended, as the last thing.</summary>
    public void End(Run ended)
    {
        Run = ended;
        Tell(RunEvent.End, RunAnswer.From(ended), GatewayJsonContext.Default.RunAnswer);
        Log.Close();
    }

    public void Dispose() => _cancel.Dispose();
}
