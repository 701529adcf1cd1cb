namespace Gateway;

/// <summary>Counts by bucket; made cumulative when it is written.</summary>
internal sealed class HistogramSeries(byte[] labels, HistogramBounds bounds) : MetricSeries(labels)
{
    private readonly int _buckets = bounds.Labels.Length;
    private readonly StripedCells _cells = new(bounds.Labels.Length + 1);

    private int SumCell => _buckets;

    public override void Record(double value)
    {
        _cells.Increment(bounds.BucketOf(value));
        _cells.Add(SumCell, value);
    }

    public override void WriteTo(ref ExpositionWriter writer, byte[] name)
    {
        var count = 0L;
        for (var bucket = 0; bucket < _buckets; bucket++)
        {
            count += _cells.Count(bucket);
            writer.WriteName(name, "_bucket"u8, Labels, bounds.Labels[bucket]);
            writer.WriteValue(count);
        }
        writer.WriteName(name, "_sum"u8, Labels);
        writer.WriteValue(_cells.Sum(SumCell));
        writer.WriteName(name, "_count"u8, Labels);
        writer.WriteValue(count);
    }
}
