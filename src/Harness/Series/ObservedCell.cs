namespace GatewayBench;

/// <summary>
/// What an observable instrument told when it was asked last; what it told of several things that
/// count as one is added up. It is asked and read by one thread.
/// </summary>
internal sealed class ObservedCell(SeriesName name, bool isRate) : TotalCell(name, isRate)
{
    private double _value = double.NaN;

    protected override double Total => _value;

    public override void StartRound() => _value = double.NaN;

    public override void Record(long value) => Record((double)value);

    public override void Record(double value) =>
        _value = double.IsNaN(_value) ? value : _value + value;
}
