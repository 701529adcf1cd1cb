namespace GatewayBench.Tests.Diagnoses;

/// <summary>What a gateway elsewhere uses, as far as its page of Prometheus text tells.</summary>
public sealed class ScrapedRuntimeTests
{
    private static readonly DiagnosisFacts Elsewhere = new(64, 1_000, IsHostedHere: false);

    [Theory]
    [InlineData("allocation_storm", "dotnet_gc_pause_time_seconds_total.rate", 0.02, 0.3)]
    [InlineData("lock_contention", "dotnet_monitor_lock_contentions_total.rate", 2, 900)]
    [InlineData("thread_pool", "dotnet_thread_pool_queue_length", 0, 300)]
    [InlineData("cpu", "dotnet_process_cpu_time_seconds_total{cpu_mode=\"user\"}.rate", 1, 3.9)]
    public void Rules_of_a_process_look_at_what_it_tells_itself(
        string rule,
        string series,
        double before,
        double after
    )
    {
        var row = Rows.Healthy.Slower() with { Resources = [] };
        var told = row.With("dotnet_process_cpu_count", 4, 4)
            .With("dotnet_process_cpu_time_seconds_total{cpu_mode=\"user\"}.rate", 1, 1)
            .With(series, before, after);

        Assert.Contains(rule, Diagnostician.Of(row, Elsewhere)!.Unwatched);
        var suspect = Assert.Single(Diagnostician.Of(told, Elsewhere)!.Suspects);
        Assert.Equal(rule, suspect.Name);
        Assert.StartsWith(series, suspect.Series, StringComparison.Ordinal);
        Assert.Equal(Rows.Onset, suspect.Second);
    }

    /// <summary>Which would be full at once if it were ours.</summary>
    [Fact]
    public void A_heap_elsewhere_is_not_measured_by_the_memory_of_this_machine()
    {
        var row = Rows.Healthy with { Resources = [] };
        var (before, after) = (1e9, 1e15);
        var told = row.With("dotnet_gc_last_collection_heap_size_bytes", before, after);

        var facts = DiagnosisFacts.Of(
            new TargetInfo("http://a/", "remote", null, []) { Hosting = "remote" }
        );

        Assert.Null(facts.HeapBytes);
        Assert.Null(facts.Descriptors);
        Assert.Empty(Diagnostician.Of(told, facts)!.Suspects);
        var suspect = Assert.Single(
            Diagnostician.Of(told.Failing(Outcome.Http5xx), facts)!.Suspects
        );
        Assert.Equal("worker_memory", suspect.Name);
    }
}
