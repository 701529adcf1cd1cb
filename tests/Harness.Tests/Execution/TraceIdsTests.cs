namespace GatewayBench.Tests.Execution;

public sealed class TraceIdsTests
{
    private static readonly HitId First = new(HitPhase.Measured, User: 0, Number: 0);

    [Fact]
    public void An_exchange_has_the_same_id_in_every_run_of_a_seed() =>
        Assert.Equal(Of(First), new TraceIds(42, "POST /api/chat").TraceParentOf(First));

    [Fact]
    public void Whatever_tells_two_exchanges_apart_tells_their_ids_apart()
    {
        string[] ids =
        [
            Of(First),
            Of(First with { Number = 1 }),
            Of(First with { User = 1 }),
            Of(First with { User = HitId.Anyone }),
            Of(First with { Phase = HitPhase.WarmUp }),
            Of(First with { Phase = HitPhase.FirstCheck }),
            Of(First with { Part = 1 }),
            Of(First with { Part = 2 }),
            Of(First with { Part = 1, Repeat = 1 }),
            Of(First, seed: 43),
            Of(First, row: "POST /api/ask"),
        ];

        Assert.Equal(ids.Length, ids.Select(id => IdIn(id)).Distinct().Count());
    }

    /// <summary>Else figures that were stored before could not be compared with those of today.</summary>
    [Fact]
    public void The_id_of_a_single_exchange_is_what_it_has_always_been() =>
        Assert.Equal("00-c382bf7f19346c105ee3912f7dc792d3-aaa79d7ba88f5f65-01", Of(First));

    [Fact]
    public void It_is_a_header_that_the_standard_allows()
    {
        for (var number = 0; number < 1000; number++)
        {
            Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", Of(First with { Number = number }));
            IdIn(Of(First with { Number = number }));
        }
    }

    [Fact]
    public void A_scenario_that_sets_its_own_keeps_it()
    {
        using var own = new HttpRequestMessage();
        own.Headers.Add("traceparent", "its own");
        using var without = new HttpRequestMessage();
        var ids = new TraceIds(42, "row");

        ids.Mark(own, First);
        ids.Mark(without, First);

        Assert.Equal(["its own"], own.Headers.GetValues("traceparent"));
        Assert.Equal([ids.TraceParentOf(First)], without.Headers.GetValues("traceparent"));
    }

    private static string Of(HitId hit, ulong seed = 42, string row = "POST /api/chat") =>
        new TraceIds(seed, row).TraceParentOf(hit);

    private static RequestId IdIn(string header)
    {
        Assert.True(TraceParent.TryRead(header, out var id), header);
        return id;
    }
}
