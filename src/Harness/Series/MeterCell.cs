namespace GatewayBench;

/// <summary>What an instrument measured with one set of tags. Records from any thread, without locks.</summary>
internal abstract class MeterCell
{
    public abstract void Record(long value);

    public abstract void Record(double value);

    /// <summary>Before observable instruments are asked.</summary>
    public virtual void StartRound() { }

    /// <inheritdoc cref="ISeriesSource.Begin" />
    public abstract void Forget();

    /// <inheritdoc cref="ISeriesSource.Read" />
    public abstract void Read(double seconds, SeriesLog log);
}
