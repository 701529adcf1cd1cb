namespace Gateway.Tests;

public sealed class MemoryAnswerStoreTests
{
    [Fact]
    public async Task An_answer_is_gone_after_its_time()
    {
        using var host = new CacheHost(new() { TtlSeconds = 60 });
        await host.AskAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal("answer 1", await host.AskAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("answer 2", await host.AskAsync());
        Assert.Equal(1, Evicted(host, "expired"));
        Assert.Equal(1, host.Read().Value("gateway_cache_entries"));
    }

    [Fact]
    public async Task Beyond_the_number_of_entries_the_one_unused_the_longest_goes()
    {
        using var host = new CacheHost(new() { MaxEntries = 2 });
        await host.AskAsync("a");
        await host.AskAsync("b");
        await host.AskAsync("a");
        await host.AskAsync("c");

        Assert.Equal("answer 1", await host.AskAsync("a"));
        Assert.Equal("answer 3", await host.AskAsync("c"));
        Assert.Equal("answer 4", await host.AskAsync("b"));
        Assert.Equal(2, Evicted(host, "entries"));
        Assert.Equal(2, host.Read().Value("gateway_cache_entries"));
    }

    [Fact]
    public async Task Beyond_the_number_of_bytes_the_one_unused_the_longest_goes()
    {
        using var host = new CacheHost(new() { MaxMegabytes = 1, MaxAnswerBytes = 500_000 });
        host.Model.Pieces = call => [$"{call}:", new string('x', 400_000)];
        await host.AskAsync("a");
        await host.AskAsync("b");
        Assert.Equal(0, Evicted(host, "bytes"));
        await host.AskAsync("c");

        Assert.StartsWith("2:", await host.AskAsync("b"), StringComparison.Ordinal);
        Assert.StartsWith("4:", await host.AskAsync("a"), StringComparison.Ordinal);
        Assert.Equal(2, Evicted(host, "bytes"));
        Assert.InRange(host.Read().Value("gateway_cache_size_bytes"), 800_000, 1 << 20);
    }

    [Fact]
    public async Task A_newer_answer_takes_the_place_of_an_older_one()
    {
        using var host = new CacheHost();
        var released = new TaskCompletionSource();
        host.Model.Released = released.Task;
        var streams = new[] { host.StreamAsync(), host.StreamAsync() };
        released.SetResult();
        await Task.WhenAll(streams);

        var metrics = host.Read();
        Assert.Equal(2, host.Model.Calls);
        Assert.Equal(1, metrics.Value("gateway_cache_entries"));
        Assert.StartsWith("answer ", await host.AskAsync(), StringComparison.Ordinal);
        Assert.Equal(1, host.Requests("hit"));
    }

    private static double Evicted(CacheHost host, string reason) =>
        host.Read().Named("gateway_cache_evictions_total", ("reason", reason)).Sum(s => s.Value);
}
