namespace GatewayBench.FakeProviderTests;

public sealed class ArrivalTableTests
{
    [Fact]
    public void Arrivals_are_numbered_by_key()
    {
        var table = new ArrivalTable();

        Assert.Equal(0, table.Arrive(1, now: 0).Number);
        Assert.Equal(0, table.Arrive(2, now: 0).Number);
        Assert.Equal(1, table.Arrive(1, now: 0).Number);
        Assert.Equal(2, table.Arrive(1, now: 0).Number);
        Assert.Equal(0, table.Evicted);
    }

    [Fact]
    public void Who_was_told_to_wait_is_early_once()
    {
        var table = new ArrivalTable();
        table.Arrive(1, now: 100);
        table.TellNotBefore(1, 200);

        Assert.True(table.Arrive(1, now: 199).IsEarly);
        Assert.False(table.Arrive(1, now: 199).IsEarly);

        table.TellNotBefore(1, 200);
        Assert.False(table.Arrive(1, now: 200).IsEarly);
    }

    [Fact]
    public void Memory_is_fixed_and_what_was_used_longest_ago_makes_room()
    {
        // One set of eight slots.
        var table = new ArrivalTable(keys: 8);
        for (var key = 0UL; key < 8; key++)
        {
            table.Arrive(key, now: 0);
        }
        table.Arrive(0, now: 0);
        Assert.Equal(0, table.Evicted);

        table.Arrive(8, now: 0);

        Assert.Equal(1, table.Evicted);
        Assert.Equal(2, table.Arrive(0, now: 0).Number);
        Assert.Equal(0, table.Arrive(1, now: 0).Number);
        Assert.Equal(2, table.Evicted);
    }

    [Fact]
    public void A_table_that_is_a_quarter_full_has_forgotten_next_to_nothing()
    {
        var table = new ArrivalTable();
        const int Keys = ArrivalTable.DefaultKeys / 4;
        for (var i = 0UL; i < Keys; i++)
        {
            table.Arrive(SplitMix64.Mix(i), now: 0);
        }

        var known = 0;
        for (var i = 0UL; i < Keys; i++)
        {
            known += table.Arrive(SplitMix64.Mix(i), now: 0).Number;
        }

        // Chance puts nine of them into a set for eight now and then.
        Assert.InRange(known, 0.99 * Keys, Keys);
        Assert.InRange(table.Evicted, 0, 0.01 * Keys);
    }

    [Fact]
    public void Many_threads_lose_no_arrival()
    {
        var table = new ArrivalTable();
        var numbers = new int[4 * 1000];

        Parallel.For(
            0,
            numbers.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => numbers[i] = table.Arrive((ulong)(i % 4), now: 0).Number
        );

        for (var key = 0; key < 4; key++)
        {
            var ofKey = numbers.Where((_, i) => i % 4 == key).Order();
            Assert.Equal(Enumerable.Range(0, 1000), ofKey);
        }
    }
}
