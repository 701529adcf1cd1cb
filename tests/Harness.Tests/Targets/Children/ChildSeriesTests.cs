namespace GatewayBench.Tests.Targets.Children;

/// <summary>A child tells what it reads of itself.</summary>
public sealed class ChildSeriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_has_the_meters_and_the_process_of_a_child()
    {
        await using var gateway = Gateways.Faulty().Watch("Faulty");

        var row = await Execution.Runs.RowAsync(gateway, Calling("/count"));

        var own = Assert.Single(row.GatewayResources);
        Assert.True(own.CpuCores > 0);
        Assert.NotEqual(row.Resources[0].HeapBytes, own.HeapBytes);
        Assert.Contains(Names(row, SeriesSource.Gateway), name => name == "faulty.calls.rate");
        Assert.Contains(
            Names(row, SeriesSource.Gateway),
            name => name == "kestrel.active_connections"
        );
        Assert.Contains(
            Names(row, SeriesSource.Process),
            name => name == "dotnet.exceptions.rate" || name.StartsWith("dotnet.gc.", Ordinal)
        );
    }

    [Fact]
    public async Task What_it_told_of_another_row_is_not_in_this_one()
    {
        await using var gateway = Gateways.Faulty().Watch("Faulty");
        await gateway.StartAsync(Cancellation);
        var before = await ToldAsync(gateway, () => Gateways.GetAsync(gateway, "/count"));

        var after = await ToldAsync(gateway, () => Task.CompletedTask);

        Assert.True(Calls(before) > 0);
        Assert.Equal(0, Calls(after));
    }

    [Fact]
    public async Task What_a_child_told_before_it_died_is_kept()
    {
        await using var gateway = Gateways.Faulty();
        await gateway.StartAsync(Cancellation);
        var told = new ToldSeries(() => 0);
        var teller = ((IWatchedTarget)gateway).Watched.Teller!;
        teller.Begin(TimeProvider.System.GetTimestamp(), TimeProvider.System, told);
        teller.End();
        await AnsweredAsync(gateway);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            Gateways.GetAsync(gateway, "/exit")
        );
        teller.End();

        Assert.NotEmpty(Series(told));
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static double Calls(ToldSeries told) =>
        Series(told).Single(one => one.Name == "faulty.calls.rate").Values[0]!.Value;

    /// <summary>Along all that it read.</summary>
    private static IReadOnlyList<WatchedSeries> Series(ToldSeries told) =>
        told.Along([
            .. told.Resources.Select(slice =>
                Tests.Series.Slices.Of(slice.Second - slice.Seconds, slice.Seconds)
            ),
        ]);

    private static IEnumerable<string> Names(RowResult row, string source) =>
        row.Series.Where(series => series.Source == source).Select(series => series.Name);

    private static Scenario Calling(string path) =>
        Scenario.Http($"GET {path}", user => user.Get(path));

    private static async Task<ToldSeries> ToldAsync(ITarget gateway, Func<Task> meanwhile)
    {
        var told = new ToldSeries(() => 0);
        var teller = ((IWatchedTarget)gateway).Watched.Teller!;
        teller.Begin(TimeProvider.System.GetTimestamp(), TimeProvider.System, told);
        await meanwhile();
        teller.End();
        await AnsweredAsync(gateway);
        return told;
    }

    /// <summary>What it was asked before is told then. On a busy machine an answer may come too late.</summary>
    private static async Task AnsweredAsync(ITarget gateway)
    {
        for (var tries = 0; await gateway.ReadUsageAsync() is null; tries++)
        {
            Assert.True(tries < 20);
        }
    }
}
