namespace GatewayBench.Peers;

/// <summary>Loads the apps in turns, by the peers and by the harness.</summary>
internal static class Comparison
{
    /// <returns>What was measured in the rounds that count.</returns>
    /// <exception cref="InvalidDataException">A peer saw errors.</exception>
    /// <exception cref="LoadFailedException">The harness did.</exception>
    public static async Task<IReadOnlyList<Sample>> RunAsync(
        Plan plan,
        TextWriter output,
        CancellationToken stop
    )
    {
        var samples = new List<Sample>();
        var apps = new List<LoadedApp>();
        try
        {
            foreach (var app in plan.Apps)
            {
                apps.Add(await LoadedApp.StartAsync(app, plan, stop));
            }
            // Round 0 does not count: nobody pays for a cold start.
            for (var round = 0; round <= plan.Rounds; round++)
            {
                await foreach (var sample in RoundAsync(round))
                {
                    stop.ThrowIfCancellationRequested();
                    await output.WriteLineAsync(sample.ToString());
                    samples.Add(sample);
                }
            }
        }
        finally
        {
            foreach (var app in apps)
            {
                await app.DisposeAsync();
            }
        }
        return samples.FindAll(sample => sample.Round > 0);

        IAsyncEnumerable<Sample> RoundAsync(int round) =>
            (from users in plan.Users from app in apps select app.RunAsync(users, round, stop))
                .ToAsyncEnumerable()
                .SelectMany(run => run);
    }
}
