using System.Globalization;

namespace GatewayBench;

/// <summary>Which requests a fault hits.</summary>
internal sealed class FaultTrigger
{
    private const string Allowed =
        "a probability such as 1% or 0.01 (above 0, at most 1), every:100, first:2, or "
        + "requests:0,5,9 (numbers from 0)";

    private readonly string _text;
    private readonly Func<FaultDraw, bool> _holds;

    private FaultTrigger(string text, Func<FaultDraw, bool> holds) =>
        (_text, _holds) = (text, holds);

    public static FaultTrigger Always { get; } = new("", _ => true);

    /// <summary>Whether it looks at the attempts of a request.</summary>
    public bool CountsAttempts { get; private init; }

    public bool Holds(in FaultDraw draw) => _holds(draw);

    public static FaultTrigger Probability(double probability) =>
        probability is > 0 and <= 1
            ? new("@" + Percent(probability), draw => draw.Uniform < probability)
            : throw InvalidOption.Exception(
                nameof(probability),
                probability,
                "above 0 and at most 1"
            );

    public static FaultTrigger EveryNth(int n) =>
        new($"@every:{Positive(n, "everyNth")}", draw => (draw.Number + 1) % (ulong)n == 0);

    public static FaultTrigger FirstAttempts(int n) =>
        new($"@first:{Positive(n, "firstAttempts")}", draw => draw.Attempt <= n)
        {
            CountsAttempts = true,
        };

    public static FaultTrigger Requests(IEnumerable<long> numbers)
    {
        ulong[] sorted = [.. numbers.Select(Number).Distinct().Order()];
        return sorted.Length > 0
            ? new(
                $"@requests:{string.Join(',', sorted)}",
                draw => Array.BinarySearch(sorted, draw.Number) >= 0
            )
            : throw InvalidOption.Exception("requests", "empty", "at least one number");
    }

    /// <param name="reader">After the <c>@</c>.</param>
    public static FaultTrigger Read(FaultReader reader) =>
        reader.Read<FaultTrigger>("", TryParse, Allowed);

    public override string ToString() => _text;

    private static bool TryParse(string token, out FaultTrigger trigger)
    {
        var value = token[(token.IndexOf(':') + 1)..];
        var (name, numbers) = (token[..^value.Length], value.Split(',').Select(Whole).ToArray());
        trigger = (name, numbers) switch
        {
            ("every:", [> 0 and <= int.MaxValue and var n]) => EveryNth((int)n),
            ("first:", [> 0 and <= int.MaxValue and var n]) => FirstAttempts((int)n),
            ("requests:", _) when !numbers.Contains(-1) => Requests(numbers),
            ("", _) when Share(value) is > 0 and <= 1 and var share => Probability(share),
            _ => Always,
        };
        return trigger != Always;
    }

    /// <returns>-1 for anything but a number from 0.</returns>
    private static long Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    private static double Share(string text)
    {
        var isPercent = text.EndsWith('%');
        return double.TryParse(
            isPercent ? text[..^1] : text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var share
        )
            ? isPercent
                ? share / 100
                : share
            : 0;
    }

    /// <summary>As a percentage where that is read back as the same number.</summary>
    private static string Percent(double share)
    {
        // In decimals, because in binary 100 times 0.07 is not 7.
        var percent =
            ((decimal)share * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%";
        return Share(percent).Equals(share)
            ? percent
            : share.ToString(CultureInfo.InvariantCulture);
    }

    private static int Positive(int value, string option) =>
        value > 0 ? value : throw InvalidOption.Exception(option, value, $"1 to {int.MaxValue}");

    private static ulong Number(long number) =>
        number >= 0
            ? (ulong)number
            : throw InvalidOption.Exception("requests", number, $"0 to {long.MaxValue}");
}
