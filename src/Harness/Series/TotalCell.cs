namespace GatewayBench;

/// <summary>One number of an instrument: as it stands, or by how much it grows in a second.</summary>
/// <param name="name">Of the series.</param>
/// <param name="isRate">Whether the instrument counts.</param>
internal abstract class TotalCell(SeriesName name, bool isRate) : MeterCell
{
    private readonly SeriesName _name = isRate ? name.PerSecond("rate") : name;
    private double _last;
    private double _seconds;

    /// <summary>The number now; NaN while there is none.</summary>
    protected abstract double Total { get; }

    public override void Forget()
    {
        _last = double.IsNaN(Total) ? 0 : Total;
        _seconds = 0;
    }

    public override void Read(double seconds, SeriesLog log)
    {
        // Over all the time since it was known last.
        _seconds += seconds;
        var total = Total;
        if (double.IsNaN(total))
        {
            return;
        }
        if (!isRate)
        {
            log.Add(_name, total);
        }
        // A count that got smaller began anew.
        else if (total >= _last)
        {
            log.Add(_name, (total - _last) / _seconds);
        }
        (_last, _seconds) = (total, 0);
    }
}
