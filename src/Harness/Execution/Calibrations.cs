namespace GatewayBench;

/// <summary>
/// Short loads beside the rows of a run that show what client and provider can do without a gateway:
/// the provider before its first row, the client after each, when its code has been compiled.
/// </summary>
internal sealed class Calibrations(RunOptions options, CancellationToken cancelled)
{
    private static readonly TimeSpan Spell = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ProviderWarmUp = TimeSpan.FromSeconds(3);

    private readonly RunOptions _options = options with
    {
        WarmUpCap = TimeSpan.Zero,
        Progress = null,
        Output = null,
    };
    private readonly Dictionary<(int, bool, int, bool), double?> _providerRates = [];

    /// <returns>Calls per second that the target's provider answers alone; null without one.</returns>
    public async Task<double?> ProviderRateAsync(Row row)
    {
        if (row.Target.Provider is not { } provider)
        {
            return null;
        }
        // What costs the provider time: without delays and limits all others are alike.
        var inMemory = row.Target.Info.ProviderTransport == "inmemory";
        var users = Math.Min(UsersOf(row), ProviderCeiling.MostUsers);
        var isStreamed = row.Scenario.HasStreams;
        var key = (provider.Options.ReplyTokens, inMemory, users, isStreamed);
        if (!_providerRates.TryGetValue(key, out var rate))
        {
            await using var alone = new ProviderTarget(provider, inMemory);
            var result = await RunAsync(
                ProviderCeiling.Row(alone, users, isStreamed),
                _options with
                {
                    WarmUpCap = ProviderWarmUp,
                }
            );
            _providerRates[key] = rate = result?.SuccessesPerSecond;
        }
        return rate;
    }

    /// <summary>The load client against canned bytes.</summary>
    /// <param name="row">The row that has just been run.</param>
    /// <param name="reply">One of its replies; null if there was no success, or if an iteration has several.</param>
    /// <returns>
    /// CPU time per exchange of the client alone; null where it can't be told: without a reply, and
    /// over other transports than plain HTTP/1.1 in memory or on loopback.
    /// </returns>
    public async Task<TimeSpan?> ClientCpuAsync(Row row, byte[]? reply)
    {
        // Also of streams there is none: they come event by event, which bytes of once don't.
        if (reply is null || row.Target.Info.Hosting != "inprocess")
        {
            return null;
        }
        var transport = row.Target.Info.Transport;
        var inMemory = transport is "loopback" or "inmemory"
            ? await CannedCpuAsync(row, reply, Transport.InMemory)
            : null;
        // Both ends of a socket cost the same, so half of what sockets add is the client's.
        return transport == "loopback"
            ? (inMemory + await CannedCpuAsync(row, reply, Transport.Loopback)) / 2
            : inMemory;
    }

    private async Task<TimeSpan?> CannedCpuAsync(Row row, byte[] reply, Transport transport)
    {
        await using var canned = new CannedTarget(reply, transport);
        var load = new Row(
            canned,
            row.Scenario.Alone().WithoutMarkers(),
            Load.Closed(UsersOf(row), Spell)
        );
        // The first spell opens the connections and lets the server's end be compiled.
        await RunAsync(load, _options);
        var result = await RunAsync(load, _options);
        return result?.CpuMicrosecondsPerRequest is { } cpu ? TimeSpan.FromMicroseconds(cpu) : null;
    }

    /// <summary>An open load has none: as many as are worth calibrating with.</summary>
    private static int UsersOf(Row row) =>
        row.Load is ClosedLoad closed ? closed.Users : ProviderCeiling.MostUsers;

    /// <summary>
    /// What must not lose the row that was measured: the run's end, a scenario that can't make sense
    /// of a reply that was given to somebody else, a machine without ports left.
    /// </summary>
    private bool IsTolerable(Exception e) =>
        e is OperationCanceledException
            ? cancelled.IsCancellationRequested
            : e is ScenarioException or TargetStartException or IOException;

    /// <returns>Null where it can't be done.</returns>
    private async Task<RowResult?> RunAsync(Row row, RunOptions how)
    {
        try
        {
            how = how with { SlowestExchanges = 0 };
            return await new RowRunner(row, how, cancelled).RunAsync(calibrations: null);
        }
        catch (Exception e) when (IsTolerable(e))
        {
            return null;
        }
    }
}
