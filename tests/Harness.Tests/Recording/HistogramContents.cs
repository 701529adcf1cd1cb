using System.Globalization;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>A histogram as the oracles spell it: lowest, highest, digits, and each value with its count.</summary>
internal static class HistogramContents
{
    public static string Of(LongHistogram histogram)
    {
        List<string> text =
        [
            Text(histogram.LowestTrackableValue),
            Text(histogram.HighestTrackableValue),
            Text(histogram.NumberOfSignificantValueDigits),
        ];
        for (var i = 0; i < histogram.Counts.Length; i++)
        {
            if (histogram.Counts[i] != 0)
            {
                var value = histogram.HighestEquivalentValue(histogram.Layout.LowestValueAt(i));
                text.Add($"{value}:{histogram.Counts[i]}");
            }
        }
        return string.Join(' ', text);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
