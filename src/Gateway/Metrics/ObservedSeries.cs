namespace Gateway;

/// <summary>Shows what an observable instrument reported, for as long as it reports it.</summary>
internal sealed class ObservedSeries(byte[] labels, ObservationRounds rounds)
    : LastValueSeries(labels)
{
    private long _round;

    public override void Record(double value)
    {
        base.Record(value);
        Volatile.Write(ref _round, rounds.Current);
    }

    public override bool IsLive(long round) => Volatile.Read(ref _round) >= round;
}
