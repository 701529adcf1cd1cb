namespace GatewayBench;

/// <summary>Measures one row: what the gateway adds to what its provider takes.</summary>
/// <param name="row">The gateway and what is asked of it, one exchange at a time.</param>
/// <param name="tapes">Of the gateway's provider and of that of the direct arm.</param>
/// <param name="direct">The direct arm's provider: with the same options and the same seed.</param>
/// <param name="plan">How.</param>
/// <param name="options">Likewise; the seed is the plan's.</param>
internal sealed class OverheadMeter(
    Row row,
    (ProviderTape Gateway, ProviderTape Direct) tapes,
    DirectTarget direct,
    OverheadPlan plan,
    RunOptions options
)
{
    private readonly TimeProvider _clock = options.Clock;

    /// <exception cref="TargetStartException">The gateway could not be started, or fails at the first exchange.</exception>
    /// <exception cref="TargetFaultException">It can't go on.</exception>
    public async Task<OverheadRow> MeasureAsync(CancellationToken stop)
    {
        await row.Target.StartAsync(stop);
        var provider = row.Target.Provider!;
        provider.Arrivals.Forget();
        direct.Loaded.Arrivals.Forget();
        var scenario = row.Scenario.For(provider);
        using var arms = new OverheadArms(
            row with
            {
                Scenario = scenario,
            },
            tapes,
            direct,
            options with
            {
                Seed = plan.Seed,
                SlowestExchanges = 0,
            },
            stop
        );
        var strangers = tapes.Gateway.Strangers;
        var first = await arms.FirstAsync();
        if (first.Length == 0)
        {
            return OverheadRow.Refused(
                row.Scenario.Name,
                OverheadGates.NoIdentity(tapes.Gateway.Strangers - strangers)
            );
        }
        var users = Enumerable
            .Range(0, plan.Users)
            .Select(index => new OverheadUser(index, arms))
            .ToArray();
        try
        {
            var started = _clock.GetTimestamp();
            var warmUp = TimeSpan.FromSeconds(plan.WarmUpSeconds);
            await AllAsync(HitPhase.WarmUp, (_, _) => _clock.GetElapsedTime(started) < warmUp);
            var before = Reading.Of(provider, direct.Loaded, _clock);
            var pairs = await AllAsync(
                HitPhase.Measured,
                (user, number) => number < plan.PairsOf(user)
            );
            var after = Reading.Of(provider, direct.Loaded, _clock);
            return OverheadRow.Of(
                row.Scenario.Name,
                pairs,
                OverheadTrust.Between(before, after),
                plan.Seed
            );
        }
        finally
        {
            foreach (var user in users)
            {
                await user.DisposeAsync();
            }
        }

        async Task<OverheadPair[]> AllAsync(HitPhase phase, Func<int, int, bool> isMore)
        {
            var all = await Task.WhenAll(
                users.Select(
                    (user, i) =>
                        Task.Run(() => user.RunAsync(phase, number => isMore(i, number)), stop)
                )
            );
            return [.. all.SelectMany(pairs => pairs)];
        }
    }

    /// <summary>What both providers and the machine have told so far.</summary>
    internal sealed record Reading(
        ProviderAudit Gateway,
        ProviderAudit Direct,
        DelaySums GatewayDelays,
        DelaySums DirectDelays,
        HostSnapshot Host
    )
    {
        public static Reading Of(FakeProvider gateway, FakeProvider direct, TimeProvider clock) =>
            new(
                gateway.GetStatistics().Audit,
                direct.GetStatistics().Audit,
                gateway.Counters.Delays,
                direct.Counters.Delays,
                HostSnapshot.Read(clock, TimeSpan.Zero)
            );
    }
}
