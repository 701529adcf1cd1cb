using System.Globalization;

namespace GatewayBench;

/// <summary>
/// One number picks the part and, stretched from the part's share to 0 .. 1, is the part's own draw:
/// within the share it is as evenly spread, and one key still gives one delay.
/// </summary>
internal sealed class MixtureDelay : Delay
{
    private const int MostParts = 100;

    private readonly (decimal Percent, Delay Delay)[] _parts;

    /// <summary>Where the share of each part ends, of 1.</summary>
    private readonly double[] _ends;

    public MixtureDelay((decimal Percent, Delay Delay)[] parts)
    {
        if (parts.Length is 0 or > MostParts)
        {
            throw InvalidOption.Exception("the number of parts", parts.Length, $"1 to {MostParts}");
        }
        _parts = [.. parts];
        _ends = new double[parts.Length];
        var sum = 0m;
        for (var i = 0; i < parts.Length; i++)
        {
            var (percent, delay) = parts[i];
            ArgumentNullException.ThrowIfNull(delay);
            if (percent is <= 0 or > 100)
            {
                throw InvalidOption.Exception("a part's percent", percent, "above 0, at most 100");
            }
            sum += percent;
            _ends[i] = (double)(sum / 100);
        }
        if (sum != 100)
        {
            throw InvalidOption.Exception("the sum of the percents", sum, "exactly 100");
        }
    }

    public override string ToString()
    {
        var parts = _parts.Select(part =>
            string.Create(CultureInfo.InvariantCulture, $"{part.Percent:G29}%:{part.Delay}")
        );
        return $"{DelayWords.Mixture}({string.Join(',', parts)})";
    }

    internal override TimeSpan FromUniform(double uniform)
    {
        var i = 0;
        while (uniform >= _ends[i])
        {
            i++;
        }
        var start = i == 0 ? 0 : _ends[i - 1];
        var stretched = (uniform - start) / (_ends[i] - start);
        // Strictly between 0 and 1, where quantile functions have their poles.
        return _parts[i]
            .Delay.FromUniform(Math.Clamp(stretched, double.Epsilon, Math.BitDecrement(1.0)));
    }
}
