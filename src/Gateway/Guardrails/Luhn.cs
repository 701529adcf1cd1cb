namespace Gateway;

/// <summary>Recognises card numbers by their check digit: ISO/IEC 7812-1, annex B.</summary>
internal static class Luhn
{
    private const int MinDigits = 13;
    private const int MaxDigits = 19;

    /// <summary>
    /// How many characters from the start are a card number, the longest if several are; 0 if none.
    /// It ends where digits are grouped or end: the number may be followed by its expiry date.
    /// </summary>
    public static int CardLength(ReadOnlySpan<char> text)
    {
        for (var length = text.Length; length > 0; length--)
        {
            var ends = length == text.Length || !char.IsAsciiDigit(text[length]);
            if (ends && char.IsAsciiDigit(text[length - 1]) && IsCard(text[..length]))
            {
                return length;
            }
        }
        return 0;
    }

    private static bool IsCard(ReadOnlySpan<char> text)
    {
        var (sum, digits) = (0, 0);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var digit = text[i] - '0';
                var doubled = digits++ % 2 == 0 ? digit : 2 * digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
        }
        return digits is >= MinDigits and <= MaxDigits && sum % 10 == 0;
    }
}
