namespace Gateway;

/// <summary>Shows what was reported last.</summary>
internal class LastValueSeries(byte[] labels) : MetricSeries(labels)
{
    private double _value;

    public override void Record(double value) => Volatile.Write(ref _value, value);

    public override void WriteTo(ref ExpositionWriter writer, byte[] name)
    {
        writer.WriteName(name, default, Labels);
        writer.WriteValue(Volatile.Read(ref _value));
    }
}
