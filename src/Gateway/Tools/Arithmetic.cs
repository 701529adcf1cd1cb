namespace Gateway;

/// <summary>
/// What decimals cannot do by themselves. A <see cref="FormatException"/> says why something has no
/// value, without the place; an <see cref="OverflowException"/> is a value beyond what they hold.
/// </summary>
internal static class Arithmetic
{
    private const int MostMultiplied = 1_000;

    private static readonly Dictionary<string, Func<decimal[], decimal>> _functions = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["abs"] = One(Math.Abs),
        ["ceil"] = One(decimal.Ceiling),
        ["floor"] = One(decimal.Floor),
        ["round"] = Round,
        ["min"] = numbers => numbers.Min(),
        ["max"] = numbers => numbers.Max(),
        ["sqrt"] = One(x => Binary(Math.Sqrt((double)x))),
        ["exp"] = One(x => Binary(Math.Exp((double)x))),
        ["ln"] = One(x => Binary(Math.Log((double)x))),
        ["log10"] = One(x => Binary(Math.Log10((double)x))),
    };

    /// <summary>The names of the functions, as a model is told them.</summary>
    public static string Functions => string.Join(", ", _functions.Keys);

    /// <summary>The function of a name; null if there is none.</summary>
    public static Func<decimal[], decimal>? Find(string name) => _functions.GetValueOrDefault(name);

    /// <summary>A power: exact for whole exponents up to 1,000.</summary>
    public static decimal Raise(decimal value, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent) || Math.Abs(exponent) > MostMultiplied)
        {
            return Binary(Math.Pow((double)value, (double)exponent));
        }
        var raised = 1m;
        for (var left = (int)Math.Abs(exponent); left > 0; left >>= 1)
        {
            raised *= left % 2 == 1 ? value : 1;
            // Not beyond what is needed: it could overflow.
            value *= left > 1 ? value : 1;
        }
        return exponent < 0 ? 1 / NotZero(raised) : raised;
    }

    public static decimal NotZero(decimal divisor) =>
        divisor == 0 ? throw new FormatException("it divides by zero") : divisor;

    private static Func<decimal[], decimal> One(Func<decimal, decimal> function) =>
        numbers =>
            numbers.Length == 1
                ? function(numbers[0])
                : throw new FormatException($"has {numbers.Length} arguments; allowed is 1");

    private static decimal Round(decimal[] numbers) =>
        numbers switch
        {
            [var x] => Math.Round(x, MidpointRounding.AwayFromZero),
            [var x, >= 0 and <= 28 and var digits] when digits == decimal.Truncate(digits) =>
                Math.Round(x, (int)digits, MidpointRounding.AwayFromZero),
            _ => throw new FormatException(
                "is given something else than a number and, if wanted, 0 to 28 digits"
            ),
        };

    private static decimal Binary(double value) =>
        double.IsNaN(value)
            ? throw new FormatException("has no value among the real numbers")
            : (decimal)value;
}
