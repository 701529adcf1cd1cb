namespace GatewayBench;

/// <summary>
/// Measures a pair with two fresh arms, both alive at once: launched side by side, their slices
/// granted in turns (first, second, second, first) with a random one first, then the open load at the
/// same rate.
/// </summary>
/// <param name="launch">Starts an arm and warms it up.</param>
/// <param name="plan">How.</param>
/// <param name="clock">What it is timed by.</param>
internal sealed class PairMeter(
    Func<ArmSide, CancellationToken, Task<IArm>> launch,
    PairPlan plan,
    TimeProvider clock
) : IPairMeter
{
    /// <summary>Of what the slower arm can do: open loads show stalls only where there is no queue anyway.</summary>
    private const double OpenShare = 0.6;

    /// <summary>More arrivals than samples are needed, as some end in tolerated errors.</summary>
    private const double Spare = 1.02;

    /// <summary>
    /// Slices that count for nothing, ahead of the others: who settled first has idled while the other
    /// warmed up.
    /// </summary>
    public const int LeadingSlices = 2;

    public async Task<Pair> MeasureAsync(int number, CancellationToken stop)
    {
        var (begun, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        var first = SplitMix64.UniformAt(plan.Seed, (ulong)number) < 0.5 ? ArmSide.A : ArmSide.B;
        var before = HostSnapshot.Read(clock, TimeSpan.Zero);
        await using var arms = await ArmPair.LaunchAsync(launch, first, stop);
        var (one, other) = (arms.One, arms.Other);
        var rows = new List<(ArmFigures A, ArmFigures B)>();
        for (var row = 0; row < one.Ready.Rows.Count; row++)
        {
            var (ofOne, ofOther) = await RowAsync(row, one, other, stop);
            rows.Add(first == ArmSide.A ? (ofOne, ofOther) : (ofOther, ofOne));
        }
        var host = HostActivity.Between(before, HostSnapshot.Read(clock, TimeSpan.Zero));
        var (armA, armB) = first == ArmSide.A ? (one, other) : (other, one);
        return new Pair(
            number,
            first,
            begun,
            clock.GetElapsedTime(started).TotalSeconds,
            [
                .. from row in rows.Zip(armA.Ready.Rows)
                from metric in PairMetrics.ByOption.Values
                let a = row.First.A.Of(metric)
                let b = row.First.B.Of(metric)
                where (a ?? b) is not null
                select new PairFigure(row.Second, metric.Name, a, b),
            ]
        )
        {
            Discarded =
                PairDiscard.Of(rows[0].A, rows[0].B, host, plan.Primary)
                ?? rows.Skip(1)
                    .Select(row => PairDiscard.OfFaults(row.A, row.B))
                    .FirstOrDefault(why => why is not null),
            Notes = [.. Notes(ArmSide.A, armA.Ready), .. Notes(ArmSide.B, armB.Ready)],
        };
    }

    private async Task<(ArmFigures One, ArmFigures Other)> RowAsync(
        int row,
        IArm one,
        IArm other,
        CancellationToken stop
    )
    {
        var (oneSlices, otherSlices) = await SlicesAsync(row, one, other, stop);
        var (oneOpen, otherOpen) = await OpenAsync(
            row,
            one,
            other,
            Math.Min(new ArmFigures(oneSlices, null).Rate, new ArmFigures(otherSlices, null).Rate),
            stop
        );
        return (new ArmFigures(oneSlices, oneOpen), new ArmFigures(otherSlices, otherOpen));
    }

    private async Task<(List<SliceFigures> One, List<SliceFigures> Other)> SlicesAsync(
        int row,
        IArm one,
        IArm other,
        CancellationToken stop
    )
    {
        var length = TimeSpan.FromSeconds(plan.SliceSeconds);
        var (ofOne, ofOther) = (new List<SliceFigures>(), new List<SliceFigures>());
        for (var i = 0; i < LeadingSlices + plan.Slices; i++)
        {
            // What drifts meets both alike.
            if (i % 2 == 0)
            {
                ofOne.Add(await one.SliceAsync(row, length, stop));
                ofOther.Add(await other.SliceAsync(row, length, stop));
            }
            else
            {
                ofOther.Add(await other.SliceAsync(row, length, stop));
                ofOne.Add(await one.SliceAsync(row, length, stop));
            }
        }
        return (ofOne[LeadingSlices..], ofOther[LeadingSlices..]);
    }

    private async Task<(OpenFigures? One, OpenFigures? Other)> OpenAsync(
        int row,
        IArm one,
        IArm other,
        double capacity,
        CancellationToken stop
    )
    {
        if (plan.OpenSeconds <= 0 || capacity <= 0)
        {
            return (null, null);
        }
        var rate = OpenShare * capacity;
        var length = TimeSpan.FromSeconds(
            Math.Min(plan.OpenSeconds, Spare * OpenFigures.LeastSamples / rate)
        );
        return (
            await one.OpenAsync(row, rate, length, stop),
            await other.OpenAsync(row, rate, length, stop)
        );
    }

    private static IEnumerable<string> Notes(ArmSide side, ArmReady arm) =>
        arm.Settled == false
            ?
            [
                $"{side} never settled in {Units.Time(TimeSpan.FromSeconds(arm.WarmUpSeconds))} of warm-up",
            ]
            : [];
}
