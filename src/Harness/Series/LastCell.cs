namespace GatewayBench;

/// <summary>Keeps what was reported last.</summary>
internal sealed class LastCell(SeriesName name) : TotalCell(name, isRate: false)
{
    private double _value = double.NaN;

    protected override double Total => Volatile.Read(ref _value);

    public override void Record(long value) => Record((double)value);

    public override void Record(double value) => Volatile.Write(ref _value, value);
}
