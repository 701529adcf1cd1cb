namespace GatewayBench;

/// <summary>What the fake providers of all generators did together, second by second.</summary>
internal static class ProviderMerge
{
    public static ProviderSlice[] Of(MergedTime time) =>
        [
            .. time.Seconded(row => row.Provider, slice => slice.Second - slice.Seconds)
                .Select(second => Sum(second.Key, [.. second])),
        ];

    private static ProviderSlice Sum(int second, MergedSlice<ProviderSlice>[] parts)
    {
        var end = parts.Max(part => part.Shift + part.Slice.Second);
        ProviderSlice[] slices = [.. parts.Select(part => part.Slice)];
        // Of how many delays a mean is was not kept, so that only a single one is known.
        var delays = slices.Where(slice => slice.PlannedDelayMicroseconds is not null).ToArray();
        var alone = delays is [var only] ? only : null;
        return new ProviderSlice(
            end,
            end - second,
            slices.Sum(slice => slice.Requests),
            slices.Sum(slice => slice.RateLimited),
            slices.Sum(slice => slice.Tokens),
            parts.GroupBy(part => part.Generator).Sum(its => its.Last().Slice.InFlight),
            alone?.PlannedDelayMicroseconds,
            alone?.ActualDelayMicroseconds
        );
    }
}
