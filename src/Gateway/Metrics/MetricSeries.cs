namespace Gateway;

/// <summary>The measurements of one instrument with one set of labels.</summary>
/// <param name="labels">UTF-8 text of the labels, without braces.</param>
internal abstract class MetricSeries(byte[] labels)
{
    protected byte[] Labels => labels;

    public abstract void Record(double value);

    /// <summary>Whether a scrape of that round has something to show.</summary>
    public virtual bool IsLive(long round) => true;

    public abstract void WriteTo(ref ExpositionWriter writer, byte[] name);
}
