using System.Globalization;

namespace GatewayBench;

/// <summary>Which value of a histogram: a percentile, or the largest.</summary>
/// <param name="Percentile">Above 0; 100 for the largest.</param>
internal readonly record struct PercentileOf(double Percentile)
{
    public static readonly PercentileOf Largest = new(100);

    public SloFigure Read(LongHistogram values, double unitsPerValue = 1)
    {
        var needed = this == Largest ? 1 : SampleSize.NeededFor(Percentile);
        if (values.TotalCount < needed)
        {
            return SloFigure.None(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"too few samples: {values.TotalCount:#,0}, {this} needs {needed:#,0}"
                )
            );
        }
        var value =
            this == Largest ? values.GetMaxValue() : values.GetValueAtPercentile(Percentile);
        return SloFigure.Of(value * unitsPerValue);
    }

    public override string ToString() =>
        this == Largest ? "max" : string.Create(CultureInfo.InvariantCulture, $"p{Percentile}");
}
