using System.Collections.Concurrent;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>Which requests of a whole load are hit.</summary>
public sealed class FaultCountTests
{
    private const int Requests = 400;
    private const double Share = 0.1;

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task The_same_seed_hits_the_same_requests_at_any_concurrency(int users)
    {
        await using var faulty = await FaultyProvider.StartAsync(options =>
        {
            options.Seed = 7;
            options.Faults.Add(FaultRule.Parse("status(503)@10%")).Add(Fault.Reset(), everyNth: 9);
        });

        var unanswered = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = users,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (_, _) =>
            {
                var reply = await faulty.ReplyAsync(inMemory: true, streamed: false);
                if (reply.WasReset)
                {
                    Interlocked.Increment(ref unanswered);
                }
            }
        );

        var keys = Enumerable.Range(0, Requests).ToArray();
        var drawn = keys.Count(IsDrawn);
        var resets = keys.Count(key => !IsDrawn(key) && (key + 1) % 9 == 0);
        Assert.InRange(drawn, 1, Requests - 1);
        // A reset is counted once the connection is gone.
        await Eventually.TrueAsync(() => faulty.Provider.GetStatistics().ChatRequests == Requests);
        var statistics = faulty.Provider.GetStatistics();
        Assert.Equal(drawn, statistics.Faults["status"]);
        Assert.Equal(drawn, statistics.ResponsesWith(503));
        Assert.Equal(resets, statistics.Faults["reset"]);
        Assert.Equal(resets, unanswered);
        Assert.Equal(resets, statistics.Abandoned);
    }

    [Fact]
    public async Task With_an_identity_the_same_requests_are_hit_in_any_order()
    {
        var inOrder = await HitAsync(users: 1, Enumerable.Range(0, Requests));
        var mixed = await HitAsync(users: 16, Enumerable.Range(0, Requests).Reverse());

        Assert.InRange(inOrder.Length, 1, Requests - 1);
        Assert.Equal(inOrder, mixed);
    }

    [Fact]
    public async Task A_request_that_comes_again_gets_through()
    {
        await using var faulty = await FaultyProvider.StartAsync(options =>
            options.Faults.Add(Fault.Status(500), firstAttempts: 2)
        );

        var statuses = new List<int>();
        foreach (var prompt in new[] { "a", "b", "a", "a", "b", "b" })
        {
            statuses.Add((await RawClient.ReplyAsync(faulty.Provider, true, false, prompt)).Status);
        }

        Assert.Equal([500, 500, 500, 200, 500, 200], statuses);
    }

    private static async Task<int[]> HitAsync(int users, IEnumerable<int> ids)
    {
        await using var faulty = await FaultyProvider.StartAsync(options =>
            options.Faults.Add(Fault.Status(503), Share)
        );
        var hit = new ConcurrentBag<int>();
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = users,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (id, _) =>
            {
                var reply = await RawClient.ReplyAsync(
                    faulty.Provider,
                    inMemory: true,
                    streamed: false,
                    id: $"{id + 1:x}"
                );
                if (reply.Status == 503)
                {
                    hit.Add(id);
                }
            }
        );
        return [.. hit.Order()];
    }

    private static bool IsDrawn(int key) => FaultPicker.Draw(7, (ulong)key, 0) < Share;
}
