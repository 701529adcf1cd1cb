using System.Diagnostics.Metrics;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Gateway;

/// <summary>
/// A histogram's upper bounds: those its instrument advises, else OpenTelemetry's (for seconds: those
/// of its HTTP durations).
/// </summary>
internal sealed class HistogramBounds
{
    private static readonly double[] ForSeconds =
    [
        0.005,
        0.01,
        0.025,
        0.05,
        0.075,
        0.1,
        0.25,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
    ];

    private static readonly double[] ForOthers =
    [
        0,
        5,
        10,
        25,
        50,
        75,
        100,
        250,
        500,
        750,
        1000,
        2500,
        5000,
        7500,
        10000,
    ];

    private readonly double[] _upper;

    public HistogramBounds(Instrument instrument)
    {
        _upper = Advised(instrument) ?? (instrument.Unit == "s" ? ForSeconds : ForOthers);
        Labels =
        [
            .. _upper.Select(bound =>
                Encoding.UTF8.GetBytes(bound.ToString(CultureInfo.InvariantCulture))
            ),
            "+Inf"u8.ToArray(),
        ];
    }

    /// <summary>The <c>le</c> of each bucket as text; one more than bounds.</summary>
    public byte[][] Labels { get; }

    public int BucketOf(double value)
    {
        var bucket = 0;
        while (bucket < _upper.Length && !(value <= _upper[bucket]))
        {
            bucket++;
        }
        return bucket;
    }

    private static double[]? Advised(Instrument instrument) =>
        instrument switch
        {
            Histogram<double> i => ToDoubles(i),
            Histogram<long> i => ToDoubles(i),
            Histogram<int> i => ToDoubles(i),
            Histogram<float> i => ToDoubles(i),
            Histogram<decimal> i => ToDoubles(i),
            Histogram<short> i => ToDoubles(i),
            Histogram<byte> i => ToDoubles(i),
            _ => null,
        };

    private static double[]? ToDoubles<T>(Histogram<T> histogram)
        where T : struct, INumber<T> =>
        histogram.Advice?.HistogramBucketBoundaries?.Select(double.CreateChecked).ToArray();
}
