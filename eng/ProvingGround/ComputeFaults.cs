namespace GatewayBench.ProvingGround;

/// <summary>A request takes too much of the process: threads, processors, memory.</summary>
internal static class ComputeFaults
{
    public static IEnumerable<Fault> All =>
        [
            Fault.Of(
                "thread_pool",
                "thread_pool",
                (trial, dice) =>
                {
                    // All at once: the pool adds threads as fast as a slow rise needs them.
                    var many = dice.Count(120, 300);
                    trial.Load = Load.Closed(
                        5,
                        new UserStage(5, "8s", "few"),
                        new UserStage(many, "1s", "rush"),
                        new UserStage(many, "15s", "many")
                    );
                    trial.InFront(
                        (context, next) =>
                        {
                            // The model is waited for by a thread of the pool.
                            next(context).GetAwaiter().GetResult();
                            return Task.CompletedTask;
                        }
                    );
                }
            ),
            Fault.Of(
                "lock_contention",
                "lock_contention",
                (trial, dice) =>
                {
                    var (door, held) = (new Lock(), dice.Milliseconds(4, 10));
                    trial.InFront(
                        (context, next) =>
                        {
                            lock (door)
                            {
                                Thread.Sleep(held);
                            }
                            return next(context);
                        }
                    );
                }
            ),
            Fault.Of(
                "cpu",
                "cpu",
                (trial, dice) =>
                {
                    // Some 8 to 20 ms of a processor, of which 40 users need more than two have.
                    var rounds = dice.Count(5_000_000, 14_000_000);
                    trial.InFront(
                        (context, next) =>
                        {
                            Burn(rounds);
                            return next(context);
                        }
                    );
                }
            ),
            Fault.Of(
                "allocation_storm",
                "allocation_storm",
                (trial, dice) =>
                {
                    // Small ones that are needed to the end: what is large is collected beside the work.
                    var parts = dice.Count(15_000, 45_000);
                    trial.InFront(
                        (context, next) =>
                        {
                            var held = new byte[parts][];
                            for (var i = 0; i < parts; i++)
                            {
                                held[i] = new byte[150];
                            }
                            context.Items["held"] = held;
                            return next(context);
                        }
                    );
                }
            ),
            Fault.Of(
                "worker_memory",
                "worker_memory",
                (trial, dice) =>
                {
                    var bytes = dice.Count(150_000, 500_000);
                    // Of this trial: the next one has a heap of its own.
                    var kept = new List<byte[]>();
                    trial.InFront(
                        (context, next) =>
                        {
                            lock (kept)
                            {
                                kept.Add(new byte[bytes]);
                            }
                            return next(context);
                        }
                    );
                }
            ),
        ];

    /// <summary>Work, and not a time: what has to wait for a processor is no less to do.</summary>
    private static void Burn(int rounds)
    {
        var state = (uint)rounds;
        for (var i = 0; i < rounds; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }
        if (state == 0)
        {
            throw new InvalidOperationException("The generator never comes to zero.");
        }
    }
}
