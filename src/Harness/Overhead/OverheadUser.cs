namespace GatewayBench;

/// <summary>One user: a request through the gateway, or the calls of an earlier one directly, again and again.</summary>
/// <param name="index">From 0.</param>
/// <param name="arms">What all users share.</param>
internal sealed class OverheadUser(int index, OverheadArms arms) : IAsyncDisposable
{
    private readonly IStep _gateway = arms.Gateway.NewStep(arms.Gateway.NewUser(index));
    private readonly Dictionary<string, DirectStep> _direct = [];

    /// <summary>Measures pairs until there are enough.</summary>
    /// <param name="phase">Whose numbers they get.</param>
    /// <param name="isMore">Whether there is to be one more, after so many.</param>
    public async Task<List<OverheadPair>> RunAsync(HitPhase phase, Func<int, bool> isMore)
    {
        var turns = new ArmTurns(SplitMix64.Mix(arms.Seed + (ulong)index));
        var waiting = new Queue<Waiting>();
        var pairs = new List<OverheadPair>();
        for (var number = 0; ; )
        {
            var more = isMore(number);
            if (!more && waiting.Count == 0)
            {
                return pairs;
            }
            if (more && turns.IsGateways(waiting.Count, more))
            {
                waiting.Enqueue(await ThroughGatewayAsync(new HitId(phase, index, number++)));
            }
            else
            {
                pairs.Add(await DirectlyAsync(waiting.Dequeue()));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var step in _direct.Values)
        {
            await step.DisposeAsync();
        }
    }

    private async Task<Waiting> ThroughGatewayAsync(HitId id)
    {
        arms.RequireNoFault();
        var trace = arms.TraceOf(id);
        arms.GatewayTape.Expect(trace);
        var hit = await _gateway.RunAsync(arms.Clock.GetTimestamp(), id);
        var times = ArmTimes.Of(hit, _gateway.Stream, arms.Clock);
        // Off the client's thread.
        await Task.Yield();
        return new Waiting(id, times, arms.GatewayTape.Take(trace));
    }

    private async Task<OverheadPair> DirectlyAsync(Waiting one)
    {
        var (id, gateway, calls) = one;
        if (OverheadPair.Obstacle(gateway, calls, arms.Clock) is { } obstacle)
        {
            return new OverheadPair(calls.Length, gateway, default, obstacle);
        }
        var trace = arms.TraceOf(id);
        arms.DirectTape.Expect(trace);
        ArmTimes? sum = null;
        foreach (var call in calls)
        {
            var times = await StepOf(call).RunAsync(call, id);
            await Task.Yield();
            sum = sum?.Then(times) ?? times;
        }
        var came = arms.DirectTape.Take(trace).Length;
        var direct = sum!.Value;
        return new OverheadPair(
            calls.Length,
            gateway,
            direct,
            direct.Outcome != Outcome.Success ? $"direct: {direct.Outcome.Label()}"
                : came != calls.Length ? "the provider did not know all direct calls of it"
                : null
        );
    }

    private DirectStep StepOf(TapedCall call)
    {
        var key = call.Format?.GetType().Name ?? "";
        return _direct.TryGetValue(key, out var known)
            ? known
            : _direct[key] = arms.NewDirectStep(call.Format);
    }

    private sealed record Waiting(HitId Id, ArmTimes Gateway, TapedCall[] Calls);
}
