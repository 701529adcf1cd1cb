using System.Globalization;

namespace Gateway;

/// <summary>
/// Calculates an expression by recursive descent: sums of products of signed powers of numbers,
/// functions and parentheses. Powers bind closest and from the right, as in mathematics: <c>-2^2</c>
/// is -4 and <c>2^3^2</c> is 512. 28 digits are exact; roots, logarithms and powers with fractions
/// have the 15 digits of binary arithmetic.
/// </summary>
internal sealed class Calculation
{
    private const int MaxDepth = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private Calculation(string text) => _text = text;

    /// <exception cref="FormatException">
    /// It is no expression or has no value; the message says where and why.
    /// </exception>
    /// <exception cref="OverflowException">A number on the way is beyond what a decimal holds.</exception>
    public static decimal Run(string text)
    {
        var calculation = new Calculation(text);
        var value = calculation.Sum();
        return calculation._at == text.Length ? value : throw calculation.Unexpected("an operator");
    }

    private decimal Sum()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"allowed are {MaxDepth} parentheses in one another");
        }
        var value = Product();
        while (true)
        {
            if (Skip('+'))
            {
                value += Product();
            }
            else if (Skip('-'))
            {
                value -= Product();
            }
            else
            {
                _depth--;
                return value;
            }
        }
    }

    private decimal Product()
    {
        var value = Signed();
        while (true)
        {
            if (Skip('*'))
            {
                value *= Signed();
            }
            else if (Skip('/'))
            {
                value /= Arithmetic.NotZero(Signed());
            }
            else if (Skip('%'))
            {
                value %= Arithmetic.NotZero(Signed());
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Signed()
    {
        var isNegative = false;
        while (true)
        {
            if (Skip('-'))
            {
                isNegative = !isNegative;
            }
            else if (!Skip('+'))
            {
                return isNegative ? -Power() : Power();
            }
        }
    }

    private decimal Power()
    {
        var value = Operand();
        if (!Skip('^'))
        {
            return value;
        }
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"allowed are {MaxDepth} powers in one another");
        }
        var exponent = Signed();
        _depth--;
        return Arithmetic.Raise(value, exponent);
    }

    private decimal Operand()
    {
        SkipSpaces();
        if (Skip('('))
        {
            var value = Sum();
            Expect(')');
            return value;
        }
        if (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            return Named();
        }
        return Number();
    }

    private decimal Named()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]))
        {
            _at++;
        }
        var name = _text[start.._at];
        if (Arithmetic.Find(name) is not { } function)
        {
            SkipSpaces();
            return name switch
            {
                "pi" => 3.1415926535897932384626433833m,
                "e" => 2.7182818284590452353602874714m,
                _ => throw new FormatException(
                    $"'{name}' at character {start + 1} is unknown; allowed are pi, e, {Arithmetic.Functions}"
                ),
            };
        }
        Expect('(');
        var numbers = new List<decimal> { Sum() };
        while (Skip(','))
        {
            numbers.Add(Sum());
        }
        Expect(')');
        try
        {
            return function([.. numbers]);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name} at character {start + 1} {e.Message}", e);
        }
    }

    private decimal Number()
    {
        var start = _at;
        SkipDigits();
        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
            SkipDigits();
        }
        if (
            !decimal.TryParse(
                _text.AsSpan(start, _at - start),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            throw _at - start > 1
                ? new OverflowException()
                : Unexpected("a number, a function or a parenthesis");
        }
        SkipSpaces();
        return number;
    }

    private void Expect(char c)
    {
        if (!Skip(c))
        {
            throw Unexpected($"'{c}'");
        }
    }

    private bool Skip(char c)
    {
        SkipSpaces();
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }
        _at++;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private void SkipDigits()
    {
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }
    }

    private FormatException Unexpected(string allowed) =>
        new(
            _at < _text.Length
                ? $"at character {_at + 1} is '{_text[_at]}'; allowed is {allowed}"
                : $"it ends too early; allowed is {allowed}"
        );
}
