namespace GatewayBench;

/// <summary>Takes results into a store.</summary>
internal static class BaselineRecorder
{
    /// <summary>Makes a baseline of a result; what is not fit for one is left out and named.</summary>
    /// <returns>No baseline if nothing is left.</returns>
    /// <exception cref="InvalidDataException">The result as a whole can't be one.</exception>
    public static (Baseline? Baseline, IReadOnlyList<string> LeftOut) Take(LoadResult result)
    {
        if (result.Targets.FirstOrDefault(target => target.Optimised == false) is { } target)
        {
            throw new InvalidDataException(
                $"target '{target.Name}' was built without optimisation; allowed: a Release build."
            );
        }
        if (result.Partial)
        {
            throw new InvalidDataException(
                "the run was ended before its time (PARTIAL); allowed: a whole one."
            );
        }
        var (fit, unfit) = FitRows.Of(result);
        return (fit.Count > 0 ? Baseline.Of(result, fit) : null, unfit);
    }
}
