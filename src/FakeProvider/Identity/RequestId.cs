using System.Buffers.Text;
using System.Globalization;

namespace GatewayBench;

/// <summary>
/// What stays the same of a user's request on its way through a gateway: 128 bits. The same digits
/// are the same id, whether they came as a trace id, in a header or in the prompt.
/// </summary>
internal readonly record struct RequestId(ulong High, ulong Low)
{
    private const int DigitsPerHalf = 16;

    /// <summary>The most hexadecimal digits that an id has.</summary>
    public const int MostDigits = 2 * DigitsPerHalf;

    /// <summary>Trace ids may not be all zeros, so nothing else is.</summary>
    public bool IsEmpty => (High | Low) == 0;

    /// <summary>32 hexadecimal digits, as a trace id is written.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    /// <param name="digits">1 to 32 hexadecimal digits, not all of them zero.</param>
    /// <param name="id">The id that they stand for.</param>
    public static bool TryParse(ReadOnlySpan<byte> digits, out RequestId id)
    {
        id = default;
        if (digits.Length is 0 or > MostDigits)
        {
            return false;
        }
        var split = Math.Max(0, digits.Length - DigitsPerHalf);
        if (!TryRead(digits[..split], out var high) || !TryRead(digits[split..], out var low))
        {
            return false;
        }
        id = new RequestId(high, low);
        return !id.IsEmpty;
    }

    /// <summary>The id that any other text stands for.</summary>
    public static RequestId OfText(ReadOnlySpan<char> text)
    {
        var (high, low) = (new StableHash(0), new StableHash(1));
        high.Add(text);
        low.Add(text);
        return new RequestId(high.Value, low.Value);
    }

    private static bool TryRead(ReadOnlySpan<byte> digits, out ulong value)
    {
        value = 0;
        return digits.IsEmpty
            || (
                Utf8Parser.TryParse(digits, out value, out var consumed, 'x')
                && consumed == digits.Length
            );
    }
}
