using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// Takes out of a prompt what looks like somebody's: e-mail addresses, keys and tokens, card numbers
/// (13 to 19 digits with a valid check digit), account numbers (IBAN), phone numbers, IP addresses; and markers.
/// It goes by form alone. Names, postal addresses, dates of birth, secrets in words and numbers
/// written out it cannot see: read a sample before it is shared.
/// </summary>
internal static partial class PromptRedactor
{
    public static string Clean(string prompt)
    {
        var text = Email().Replace(Markers.Without(prompt), "[email]");
        text = Redactor.WithoutSecrets(text);
        text = Iban().Replace(text, "[account]");
        text = Card()
            .Replace(text, match => HasCheckDigit(match.ValueSpan) ? "[card]" : match.Value);
        text = IpAddress().Replace(text, "[ip]");
        return Phone().Replace(text, "[phone]");
    }

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    private static bool HasCheckDigit(ReadOnlySpan<char> card)
    {
        var (sum, place) = (0, 0);
        for (var i = card.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(card[i]))
            {
                var digit = (card[i] - '0') << (place++ & 1);
                sum += digit > 9 ? digit - 9 : digit;
            }
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")]
    private static partial Regex Card();

    [GeneratedRegex(
        @"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\b(?:[0-9A-Fa-f]{1,4}:){3,7}:?[0-9A-Fa-f]{1,4}\b"
    )]
    private static partial Regex IpAddress();

    [GeneratedRegex(
        @"(?<![\w.])(?:\+|00)\d[\d ()/.-]{6,17}\d|(?<![\w.])\(?0\d{1,4}\)?[ /-]\d[\d -]{4,10}\d|(?<![\w.])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\w)"
    )]
    private static partial Regex Phone();
}
