using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace GatewayBench;

/// <summary>The parent's end of an arm.</summary>
internal sealed class ArmProcess : IArm
{
    private readonly string _name;
    private readonly ArmOrder _order;
    private readonly ChildPipe _pipe;
    private readonly TaskCompletionSource<ArmMessage> _ready = NewSource();
    private readonly TaskCompletionSource<ArmMessage> _failed = NewSource();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<ArmMessage>> _asked = [];
    private long _requests;

    private ArmProcess(string name, ProcessStartInfo start, ArmOrder order)
    {
        (_name, _order) = (name, order);
        _pipe = new ChildPipe(start, order.ToLine(), Hear);
    }

    public ArmReady Ready { get; private set; } = null!;

    /// <summary>Starts an arm, and waits until it is warmed up.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="start">The tool's own build, as an arm.</param>
    /// <param name="order">What it does.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetStartException">It could not be started.</exception>
    public static async Task<IArm> StartAsync(
        string name,
        ProcessStartInfo start,
        ArmOrder order,
        CancellationToken stop
    )
    {
        ArmProcess arm;
        try
        {
            arm = new ArmProcess(name, start, order);
        }
        catch (Win32Exception e)
        {
            throw new TargetStartException($"{name} did not start: {e.Message}", e);
        }
        try
        {
            arm.Ready = (await arm.AnswerAsync(arm._ready.Task, stop)).Ready!;
            return arm;
        }
        catch (TargetFaultException e)
        {
            await arm.DisposeAsync();
            throw new TargetStartException(e.Message, e);
        }
        catch
        {
            arm._pipe.Kill();
            await arm.DisposeAsync();
            throw;
        }
    }

    public async Task<SliceFigures> SliceAsync(int row, TimeSpan length, CancellationToken stop) =>
        (await AskAsync(row, length, null, stop)).Slice!;

    public async Task<OpenFigures> OpenAsync(
        int row,
        double rate,
        TimeSpan length,
        CancellationToken stop
    ) => (await AskAsync(row, length, rate, stop)).Open!;

    public ValueTask DisposeAsync() => _pipe.DisposeAsync();

    private async Task<ArmMessage> AskAsync(
        int row,
        TimeSpan length,
        double? rate,
        CancellationToken stop
    )
    {
        var request = new ArmRequest(
            Interlocked.Increment(ref _requests),
            length.TotalSeconds,
            rate,
            row
        );
        var answer = NewSource();
        _asked[request.Number] = answer;
        _pipe.Write(request.ToLine());
        return await AnswerAsync(answer.Task, stop);
    }

    /// <exception cref="TargetFaultException">It fails or ends instead.</exception>
    private async Task<ArmMessage> AnswerAsync(Task<ArmMessage> answer, CancellationToken stop)
    {
        await Task.WhenAny(answer, _failed.Task, _pipe.Ended).WaitAsync(stop);
        if (answer.IsCompletedSuccessfully)
        {
            return await answer;
        }
        throw new TargetFaultException(
            _failed.Task.IsCompletedSuccessfully
                ? $"{_name}: {(await _failed.Task).Failure}"
                : $"{_name}: its process ended: {await _pipe.Ended}"
        );
    }

    private bool Hear(string line)
    {
        if (ArmMessage.Parse(line, _order.Token) is not { } message)
        {
            return false;
        }
        if (message.Answer is { } number)
        {
            _asked.GetValueOrDefault(number)?.TrySetResult(message);
        }
        else
        {
            (message.Ready is null ? _failed : _ready).TrySetResult(message);
        }
        return true;
    }

    private static TaskCompletionSource<ArmMessage> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
