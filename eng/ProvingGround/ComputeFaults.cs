using System.Globalization;

namespace GatewayBench.ProvingGround;

/// <summary>
/// A request takes too much of its process: threads, processors, memory. In a process of its own, as
/// what holds it up or takes it down must not do so to who measures it.
/// </summary>
internal static class ComputeFaults
{
    public static IEnumerable<Fault> All =>
        [
            Fault.Of(
                "thread_pool",
                "thread_pool",
                (trial, dice) =>
                {
                    trial.InWorker();
                    // All at once: the pool adds threads as fast as a slow rise needs them.
                    var many = dice.Count(120, 300);
                    trial.Load = Load.Closed(
                        5,
                        new UserStage(5, "8s", "few"),
                        new UserStage(many, "1s", "rush"),
                        new UserStage(many, "15s", "many")
                    );
                    trial.Set("Model:IsBlocking", "true");
                }
            ),
            Fault.Of(
                "lock_contention",
                "lock_contention",
                (trial, dice) =>
                {
                    trial.InWorker();
                    var held = dice.Milliseconds(4, 10);
                    trial.Set("Door:Held", held.ToString("c", CultureInfo.InvariantCulture));
                }
            ),
            Fault.Of(
                "cpu",
                "cpu",
                (trial, dice) =>
                {
                    trial.InWorker();
                    // Some 8 to 20 ms of a processor, of which 40 users need more than two have.
                    trial.Set("Work:Rounds", dice.Setting(5_000_000, 14_000_000));
                }
            ),
            Fault.Of(
                "allocation_storm",
                "allocation_storm",
                (trial, dice) =>
                {
                    trial.InWorker();
                    trial.Set("Litter:Pieces", dice.Setting(15_000, 45_000));
                }
            ),
            Fault.Of(
                "worker_memory",
                "worker_memory",
                (trial, dice) =>
                {
                    trial.InWorker();
                    trial.Set("Hoard:Bytes", dice.Setting(150_000, 500_000));
                }
            ),
            Fault.Of(
                "worker_death",
                "worker_memory",
                (trial, dice) =>
                {
                    trial.InWorker(heapLimit: $"{dice.Count(350, 700)}MB");
                    trial.Set("Hoard:Bytes", dice.Setting(150_000, 400_000));
                }
            ),
            Fault.Of(
                "descriptors",
                "descriptors",
                (trial, dice) =>
                {
                    trial.InWorker();
                    trial.Set("Hoard:Files", dice.Setting(6, 15));
                }
            ),
        ];
}
