using System.Globalization;

namespace Gateway.Tests;

public sealed class CalculationTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("100 / 10 / 5", "2")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("7 % 4", "3")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("(-2) ^ 2", "4")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("2 ^ -2", "0.25")]
    [InlineData("--3", "3")]
    [InlineData("2 * -3", "-6")]
    [InlineData("  .5+ 1. ", "1.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("sqrt(16) + abs(-2)", "6")]
    [InlineData("round(2.5) + round(2.345, 2)", "5.35")]
    [InlineData("min(3, 1, 2) + max(3, 1, 2)", "4")]
    [InlineData("floor(-1.5) + ceil(-1.5)", "-3")]
    [InlineData("ln(1) + exp(0) + log10(1000)", "4")]
    [InlineData("SQRT(4)", "2")]
    [InlineData("2 * pi", "6.2831853071795864769252867666")]
    [InlineData("e", "2.7182818284590452353602874714")]
    [InlineData("2^90", "1237940039285380274899124224")]
    public void An_expression_has_the_value_that_mathematics_gives_it(
        string text,
        string expected
    ) => Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Calculation.Run(text));

    [Theory]
    [InlineData("1 +", "it ends too early; allowed is a number, a function or a parenthesis")]
    [InlineData("1 $ 2", "at character 3 is '$'; allowed is an operator")]
    [InlineData("* 2", "at character 1 is '*'; allowed is a number, a function or a parenthesis")]
    [InlineData("(1 + 2", "it ends too early; allowed is ')'")]
    [InlineData("1 2", "at character 3 is '2'; allowed is an operator")]
    [InlineData("1)", "at character 2 is ')'; allowed is an operator")]
    [InlineData("5 % 0", "it divides by zero")]
    [InlineData("0 ^ -1", "it divides by zero")]
    [InlineData("sqrt(-1)", "sqrt at character 1 has no value among the real numbers")]
    [InlineData("1 + sqrt(1, 2)", "sqrt at character 5 has 2 arguments; allowed is 1")]
    [InlineData("round(1, 99)", "round at character 1 is given something else than a number")]
    [InlineData("evil(1)", "'evil' at character 1 is unknown; allowed are pi, e, abs")]
    [InlineData(".", "it ends too early; allowed is a number, a function or a parenthesis")]
    [InlineData("1..2", "at character 3 is '.'; allowed is an operator")]
    public void What_has_no_value_is_refused_with_the_place_and_what_is_allowed(
        string text,
        string expected
    )
    {
        var failure = Assert.Throws<FormatException>(() => Calculation.Run(text));

        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10 ^ 29")]
    [InlineData("79228162514264337593543950335 + 1")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("exp(1000)")]
    [InlineData("1 / 10 ^ 1000")]
    public void What_is_too_large_is_an_overflow(string text) =>
        Assert.Throws<OverflowException>(() => Calculation.Run(text));

    [Theory]
    [InlineData("(")]
    [InlineData("abs(")]
    [InlineData("2^")]
    [InlineData("2^-")]
    public void Nesting_has_a_limit(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 120));

        var failure = Assert.Throws<FormatException>(() => Calculation.Run(text));

        Assert.Contains("allowed are 32", failure.Message, StringComparison.Ordinal);
    }
}
