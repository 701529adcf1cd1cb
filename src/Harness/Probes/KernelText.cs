using System.Globalization;

namespace GatewayBench;

/// <summary>Reads numbers out of the kernel's text files.</summary>
internal static class KernelText
{
    /// <summary>The number behind a name, in the first of the text's pieces that starts with it.</summary>
    /// <returns>Null without such a piece, or where no whole number from 0 follows.</returns>
    public static long? NumberAfter(string name, string? text, char separator)
    {
        var piece = text
            ?.Split(separator)
            .FirstOrDefault(p => p.StartsWith(name, StringComparison.Ordinal));
        return piece is not null && TryParse(piece.AsSpan(name.Length), out var number)
            ? number
            : null;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
