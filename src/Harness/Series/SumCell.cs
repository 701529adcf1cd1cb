namespace GatewayBench;

/// <summary>Adds up: counters, and gauges that are counted up and down.</summary>
internal sealed class SumCell(SeriesName name, bool isRate) : TotalCell(name, isRate)
{
    private long _whole;
    private double _fractions;

    protected override double Total => Volatile.Read(ref _whole) + Volatile.Read(ref _fractions);

    public override void Record(long value) => Interlocked.Add(ref _whole, value);

    public override void Record(double value)
    {
        var seen = Volatile.Read(ref _fractions);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref _fractions, seen + value, seen);
            if (found.Equals(seen))
            {
                return;
            }
            seen = found;
        }
    }
}
