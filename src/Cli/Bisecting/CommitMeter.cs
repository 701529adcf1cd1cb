using System.Runtime.CompilerServices;

namespace GatewayBench.Cli;

/// <summary>Builds two commits and measures them in pairs, as <c>compare</c> does.</summary>
/// <param name="build">Makes an arm of a commit.</param>
/// <param name="launcher">Starts the arms of two commits.</param>
/// <param name="meterOf">Measures pairs of what is started so.</param>
/// <param name="metric">What decides.</param>
/// <param name="tell">Told of each pair.</param>
internal sealed class CommitMeter(
    Func<string, CancellationToken, Task<ArmSpec>> build,
    Func<ArmSpec, ArmSpec, Func<ArmSide, CancellationToken, Task<IArm>>> launcher,
    Func<Func<ArmSide, CancellationToken, Task<IArm>>, IPairMeter> meterOf,
    PairedMetric metric,
    Action<string> tell
) : ICandidateMeter
{
    /// <summary>So many pairs may be lost in any case.</summary>
    private const int MostLost = 10;

    private static readonly string OfCandidate = $"{ArmSide.B}: ";

    public async IAsyncEnumerable<CandidatePair> PairsAsync(
        string anchor,
        string candidate,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var a = await build(anchor, stop);
        var b = await CandidateAsync(candidate, stop);
        var launch = launcher(a, b);
        var meter = meterOf(
            (side, stopping) =>
                side == ArmSide.B
                    ? CandidateArm.StartAsync(() => launch(side, stopping))
                    : launch(side, stopping)
        );
        List<double> kept = [];
        List<string> lost = [];
        for (var number = 1; ; number++)
        {
            var pair = await MeasureAsync(meter, number, stop);
            if (pair.Discarded is { } why)
            {
                lost.Add(why);
                tell($"  pair {number}: discarded, {why}");
                Refuse(kept.Count, lost);
                continue;
            }
            var counted = Of(pair);
            kept.Add(counted.LogRatio);
            tell(
                $"  pair {number}: {metric.Name} {Units.Change(RatioEstimate.Of([.. kept]).Ratio)}"
            );
            yield return counted;
        }
    }

    private async Task<ArmSpec> CandidateAsync(string commit, CancellationToken stop)
    {
        try
        {
            return await build(commit, stop);
        }
        catch (RevisionBuildException e)
        {
            throw new CandidateFaultException(e.Why, e);
        }
    }

    private static async Task<Pair> MeasureAsync(
        IPairMeter meter,
        int number,
        CancellationToken stop
    )
    {
        try
        {
            return await meter.MeasureAsync(number, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Of a Ctrl-C arms may end as well, which is no fault of theirs.
            throw new OperationCanceledException(stop);
        }
    }

    /// <summary>As many as that are lost to something that stays: the candidate's errors, or the machine.</summary>
    private static void Refuse(int kept, List<string> lost)
    {
        if (lost.Count <= MostLost || lost.Count <= kept)
        {
            return;
        }
        var message =
            $"{lost.Count} of {kept + lost.Count} pairs were lost, the last one to {lost[^1]}";
        throw lost.TrueForAll(why => why.StartsWith(OfCandidate, StringComparison.Ordinal))
            ? new CandidateFaultException(message)
            : new MachineFaultException(message);
    }

    private CandidatePair Of(Pair pair)
    {
        var row = pair.Figures[0].Row;
        var known = pair.Figures.Where(figure => figure.Row == row && figure.LogRatio is not null);
        var ratios = known.ToDictionary(figure => figure.Metric, figure => figure.LogRatio!.Value);
        var decides = ratios[metric.Name];
        ratios.Remove(metric.Name);
        return new CandidatePair(decides, ratios);
    }
}
