using System.Threading.RateLimiting;

namespace GatewayBench.FakeProviderTests;

public sealed class ServiceSlotsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_many_as_there_are_slots_are_served_and_others_wait_in_order()
    {
        using var slots = new ServiceSlots(2, mostWaiting: null);
        var requests = Enumerable
            .Range(0, 5)
            .Select(_ => slots.EnterAsync(Token).AsTask())
            .ToList();

        Assert.Equal(new ServiceSlotCounts(InService: 2, Waiting: 3, Refused: 0), slots.Counts);
        var served = new List<Task>();
        for (var i = 2; i < requests.Count; i++)
        {
            Assert.False(requests[i].IsCompleted);
            (await requests[i - 2]).Dispose();
            var next = await Task.WhenAny(requests[2..].Where(r => !served.Contains(r)));
            Assert.Equal(i, requests.IndexOf(next));
            Assert.True((await requests[i]).IsAcquired);
            served.Add(requests[i]);
        }
        Assert.Equal(new ServiceSlotCounts(InService: 2, Waiting: 0, Refused: 0), slots.Counts);
    }

    [Fact]
    public async Task Beyond_the_queue_requests_are_refused_at_once()
    {
        using var slots = new ServiceSlots(1, mostWaiting: 1);
        using var served = await slots.EnterAsync(Token);
        var waiting = slots.EnterAsync(Token).AsTask();

        using var refused = await slots.EnterAsync(Token);

        Assert.False(refused.IsAcquired);
        Assert.Equal(new ServiceSlotCounts(InService: 1, Waiting: 1, Refused: 1), slots.Counts);
        served.Dispose();
        Assert.True((await waiting).IsAcquired);
    }

    [Fact]
    public async Task Who_gives_up_waiting_makes_room_and_takes_no_slot()
    {
        using var slots = new ServiceSlots(1, mostWaiting: 1);
        using var served = await slots.EnterAsync(Token);
        using var givesUp = new CancellationTokenSource();
        var cancelled = slots.EnterAsync(givesUp.Token).AsTask();

        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        var next = slots.EnterAsync(Token).AsTask();
        served.Dispose();

        Assert.True((await next).IsAcquired);
        Assert.Equal(new ServiceSlotCounts(InService: 1, Waiting: 0, Refused: 0), slots.Counts);
    }

    [Fact]
    public async Task No_slot_is_lost_when_cancellations_race_with_slots_that_come_free()
    {
        using var slots = new ServiceSlots(1, mostWaiting: null);
        for (var round = 0; round < 500; round++)
        {
            var served = await slots.EnterAsync(Token);
            using var givesUp = new CancellationTokenSource();
            var waiting = slots.EnterAsync(givesUp.Token).AsTask();

            await Task.WhenAll(Task.Run(served.Dispose, Token), Task.Run(givesUp.Cancel, Token));
            await EndAsync(waiting);

            Assert.Equal(new ServiceSlotCounts(InService: 0, Waiting: 0, Refused: 0), slots.Counts);
        }
    }

    [Theory]
    [InlineData(0, null, "slots is 0; allowed: 1 to 2147483647")]
    [InlineData(1, -1, "mostWaiting is -1; allowed: 0 to 2147483647, or null")]
    public void Impossible_numbers_are_refused(int slots, int? mostWaiting, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => new ServiceSlots(slots, mostWaiting));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    private static async Task EndAsync(Task<RateLimitLease> waiting)
    {
        try
        {
            (await waiting).Dispose();
        }
        catch (OperationCanceledException)
        {
            // It gave up before its turn, and has nothing to give back.
        }
    }
}
