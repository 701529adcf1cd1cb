using System.Text;

namespace GatewayBench;

/// <summary>
/// The words of a text as hashes: its runs of letters and digits, whatever their case. A word has
/// the same hash in every text.
/// </summary>
internal static class EmbeddingWords
{
    public static ulong[] Of(ReadOnlySpan<byte> utf8Text, ulong seed)
    {
        var words = new List<ulong>();
        var word = new StableHash(seed);
        var isInWord = false;
        while (!utf8Text.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8Text, out var rune, out var length);
            utf8Text = utf8Text[length..];
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Add((ulong)Rune.ToLowerInvariant(rune).Value);
                isInWord = true;
            }
            else if (isInWord)
            {
                words.Add(word.Value);
                word = new StableHash(seed);
                isInWord = false;
            }
        }
        if (isInWord)
        {
            words.Add(word.Value);
        }
        return [.. words];
    }
}
