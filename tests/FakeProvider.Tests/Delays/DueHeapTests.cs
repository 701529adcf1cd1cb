using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class DueHeapTests
{
    [Fact]
    public void What_is_left_after_any_removals_comes_out_in_the_order_it_is_due()
    {
        using var queue = new WaitQueue(new ManualTimeProvider());
        for (var seed = 0UL; seed < 200; seed++)
        {
            var heap = new DueHeap();
            var timers = Enumerable
                .Range(0, 100)
                .Select(i => new StreamTimer(queue)
                {
                    Due = (long)(SplitMix64.At(seed, (ulong)i) % 50),
                })
                .ToList();
            timers.ForEach(heap.Add);
            var removed = timers.Where((_, i) => SplitMix64.At(~seed, (ulong)i) % 3 == 0).ToList();
            Assert.All(removed, timer => Assert.True(heap.Remove(timer)));
            Assert.All(removed, timer => Assert.False(heap.Remove(timer)));

            Assert.Equal(timers.Except(removed).Select(t => t.Due).Order(), TakeAll(heap));
        }
    }

    private static IEnumerable<long> TakeAll(DueHeap heap)
    {
        while (heap.First is { } first)
        {
            heap.Remove(first);
            yield return first.Due;
        }
    }
}
