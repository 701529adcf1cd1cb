namespace GatewayBench;

/// <summary>The users of each of an arm's rows; those of one work while all others wait.</summary>
internal sealed class ArmLoads : IAsyncDisposable
{
    private readonly List<ArmLoad> _all = [];

    public IReadOnlyList<ArmLoad> All => _all;

    /// <summary>Warms up one row after the other.</summary>
    /// <exception cref="TargetStartException">The target could not be started, or fails at the first iteration of a row.</exception>
    public static async Task<ArmLoads> StartAsync(ArmSetup setup, CancellationToken stop)
    {
        var loads = new ArmLoads();
        try
        {
            foreach (var row in setup.Rows)
            {
                loads._all.Add(await ArmLoad.StartAsync(row, setup.Options, stop));
            }
            return loads;
        }
        catch
        {
            await loads.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var load in _all)
        {
            await load.DisposeAsync();
        }
    }
}
