namespace GatewayBench;

/// <summary>The values of one series so far; NaN where none was told.</summary>
internal sealed class SeriesColumn(string unit)
{
    private readonly List<double> _values = [];

    public string Unit => unit;

    /// <summary>Sets the value of a slice that is not before those that have one.</summary>
    public void Set(int slice, double value)
    {
        while (_values.Count <= slice)
        {
            _values.Add(double.NaN);
        }
        _values[slice] = value;
    }

    /// <summary>The value of a slice, which has none afterwards.</summary>
    /// <returns>Null where none was told.</returns>
    public double? Take(int slice)
    {
        var value = At(slice);
        if (value is not null)
        {
            _values[slice] = double.NaN;
        }
        return value;
    }

    /// <returns>Null where none was told.</returns>
    public double? At(int slice) =>
        slice < _values.Count && double.IsFinite(_values[slice]) ? _values[slice] : null;
}
