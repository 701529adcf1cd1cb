namespace Gateway;

/// <summary>Adds up: counters, and gauges that are counted up and down.</summary>
internal sealed class SumSeries(byte[] labels) : MetricSeries(labels)
{
    private readonly StripedCells _sum = new(1);

    public override void Record(double value) => _sum.Add(0, value);

    public override void WriteTo(ref ExpositionWriter writer, byte[] name)
    {
        writer.WriteName(name, default, Labels);
        writer.WriteValue(_sum.Sum(0));
    }
}
