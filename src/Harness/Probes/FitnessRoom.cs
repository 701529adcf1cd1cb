namespace GatewayBench;

/// <summary>Whether there is enough of what a run needs.</summary>
internal static class FitnessRoom
{
    /// <summary>Of a user over loopback whose gateway calls a provider: both ends of both connections.</summary>
    private const int DescriptorsPerUser = 4;

    public static FitnessFinding Processors(int cores) =>
        cores >= FitnessLimits.ComfortableCores
            ? new("processors", Judgement.Ok, Units.Count(cores))
            : new(
                "processors",
                Judgement.Warn,
                Units.Count(cores),
                "client, gateway and provider share it: percentiles show them taking turns; use two or more"
            );

    public static FitnessFinding Quota(double? quota) =>
        quota is not { } processors
            ? new("CPU quota", Judgement.Ok, "none")
            : new(
                "CPU quota",
                Judgement.Warn,
                $"{Units.Count(processors)} processors' worth",
                "when it runs out everything stands still for up to 0.1 s: pin processors instead (docker run "
                    + "--cpuset-cpus)"
            );

    public static FitnessFinding Memory(MemoryFigures? memory) =>
        memory is null
            ? new("memory", Judgement.Unknown, Units.Nothing, "not readable here")
            : new FitnessFinding(
                "memory",
                memory.Available < FitnessLimits.LeastMemory ? Judgement.Bad
                    : memory.Available < FitnessLimits.ComfortableMemory ? Judgement.Warn
                    : Judgement.Ok,
                $"{Units.Bytes(memory.Available)} left",
                memory.Available < FitnessLimits.ComfortableMemory
                    ? "free some, or use fewer users"
                    : ""
            );

    /// <summary>What lies in the swap does no harm until it is wanted back.</summary>
    public static FitnessFinding Swap(MemoryFigures? memory, long? pagesSwapped) =>
        (memory, pagesSwapped) switch
        {
            (_, > 0 and var pages) => new(
                "swap",
                Judgement.Bad,
                $"{Units.Count(pages)} pages swapped meanwhile",
                "free memory: who waits for a disk here waits in every percentile"
            ),
            (null, _) => new("swap", Judgement.Unknown, Units.Nothing, "not readable here"),
            ({ SwapUsed: > 0 and var used }, _) => new(
                "swap",
                Judgement.Warn,
                $"{Units.Bytes(used)} in use, none moved meanwhile",
                "bring it back before a run: swapoff -a && swapon -a"
            ),
            _ => new("swap", Judgement.Ok, "not in use"),
        };

    public static FitnessFinding Descriptors(DescriptorLimit? limit)
    {
        if (limit is null)
        {
            return new("descriptors", Judgement.Ok, "no limit that this system tells");
        }
        var free = limit.Most - limit.Open;
        var judgement =
            free < FitnessLimits.LeastDescriptors ? Judgement.Bad
            : free < FitnessLimits.ManyDescriptors ? Judgement.Warn
            : Judgement.Ok;
        return new FitnessFinding(
            "descriptors",
            judgement,
            $"{Units.Count(limit.Most)}, enough for {Units.Count(Math.Max(0, free) / DescriptorsPerUser)} users over loopback",
            judgement == Judgement.Ok
                ? ""
                : "raise the limit: ulimit -n 65536 in the shell that measures"
        );
    }
}
