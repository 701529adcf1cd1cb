namespace GatewayBench;

/// <summary>What the processes of all generators used together, second by second.</summary>
internal static class ResourceMerge
{
    public static ResourceSlice[] Of(MergedTime time) =>
        [
            .. time.Seconded(row => row.Resources, slice => slice.Second - slice.Seconds)
                .Select(second => Sum(second.Key, [.. second])),
        ];

    private static ResourceSlice Sum(int second, MergedSlice<ResourceSlice>[] parts)
    {
        var end = parts.Max(part => part.Shift + part.Slice.Second);
        var seconds = end - second;
        ResourceSlice[] slices = [.. parts.Select(part => part.Slice)];
        ResourceSlice[] last =
        [
            .. parts.GroupBy(part => part.Generator).Select(its => its.Last().Slice),
        ];
        return new ResourceSlice(
            end,
            seconds,
            slices.Sum(slice => slice.CpuCores * slice.Seconds) / seconds,
            last.Sum(slice => slice.HeapBytes),
            slices.Any(slice => slice.AllocatedBytesPerSecond is null)
                ? null
                : slices.Sum(slice => slice.AllocatedBytesPerSecond * slice.Seconds) / seconds,
            slices.Sum(slice => slice.GcPauseMilliseconds),
            slices.Sum(slice => slice.Gen0Collections),
            slices.Sum(slice => slice.Gen1Collections),
            slices.Sum(slice => slice.Gen2Collections),
            last.Sum(slice => slice.Threads),
            last.Sum(slice => slice.QueueLength),
            slices.Sum(slice => slice.LockContentions),
            last.Sum(slice => slice.InFlight)
        );
    }
}
