namespace GatewayBench.ProvingGround;

/// <summary>What takes a process down, so that it has to be one of its own.</summary>
internal static class WorkerFaults
{
    public static IEnumerable<Fault> All =>
        [
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
            Fault.Healthy(
                "healthy-worker",
                (trial, dice) =>
                {
                    trial.InWorker();
                    trial.Load = Trial.Ramp(2, dice.Count(10, 60));
                }
            ),
        ];
}
