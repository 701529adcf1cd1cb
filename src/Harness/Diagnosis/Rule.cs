namespace GatewayBench;

/// <summary>One thing that can give way, how it shows, and what to do about it.</summary>
internal sealed record Rule
{
    /// <summary>In results, for ever.</summary>
    public required string Name { get; init; }

    /// <summary>In reports.</summary>
    public required string Title { get; init; }

    /// <summary>What of a row shows it; null where nothing tells of it.</summary>
    public required Func<RowSignals, Signal?> Read { get; init; }

    /// <summary>Below it the signal is normal.</summary>
    public required double Floor { get; init; }

    /// <summary>Takes the place of <see cref="Floor" /> where it is less; null where the machine says nothing.</summary>
    public Func<DiagnosisFacts, double?>? FloorOf { get; init; }

    /// <summary>How many times its normal the signal must be; 1 for signals that are wrong in themselves, from the start too.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Whether the signal strays from its normal by chance: nearly all do.</summary>
    public bool IsNoisy { get; init; } = true;

    /// <summary>What mostly is behind it.</summary>
    public required string Cause { get; init; }

    /// <summary>What to do about it.</summary>
    public required string NextStep { get; init; }

    /// <summary>
    /// What callers got of it, in words; null for nothing. By default whatever changed for them: rules
    /// whose signal moves for other reasons too look for what this one does.
    /// </summary>
    public Func<Symptom, string?> Felt { get; init; } = Effect.Any;

    /// <summary>When its signal left its normal, whether callers felt it or not.</summary>
    /// <returns>Null where it did not, or nothing tells of it.</returns>
    public Symptom? Find(RowSignals signals) =>
        Read(signals) is { } signal
        && Onset.Of(signal.Values, FloorFor(signals.Facts), Factor, IsNoisy) is { } onset
            ? new Symptom(signals, signal, onset)
            : null;

    /// <returns>Null without evidence or without an effect.</returns>
    public Suspect? Judge(RowSignals signals)
    {
        if (Find(signals) is not { } symptom)
        {
            return null;
        }
        var (signal, onset) = (symptom.Signal, symptom.Onset);
        if (Felt(symptom) is not { } effect)
        {
            return null;
        }
        var slice = signals.Row.Timeline[onset.Slice];
        return new Suspect(
            Name,
            Title,
            signal.Series,
            slice.From,
            slice.Users ?? slice.InFlight,
            onset.Normal,
            onset.Value,
            onset.Limit,
            effect,
            Cause,
            NextStep
        )
        {
            Unit = signal.Unit,
        };
    }

    private double FloorFor(DiagnosisFacts facts) =>
        Math.Min(Floor, FloorOf?.Invoke(facts) ?? Floor);
}
