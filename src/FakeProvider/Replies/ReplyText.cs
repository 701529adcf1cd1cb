using System.Buffers;
using System.Text;

namespace GatewayBench;

/// <summary>
/// Reply texts: words drawn from a fixed list by a key. Every word is exactly one token by
/// <see cref="TokenRule"/>, so a reply of n tokens has n words.
/// </summary>
internal static class ReplyText
{
    private static readonly byte[][] WordsWithSpace =
    [
        .. (
            "about above after again agent alpha amber answer april arrow basic beach begin below "
            + "birch blue board bread bridge bright brown cabin calm canal carbon cedar chain chalk "
            + "circle city clear cliff cloud coast copper corner cotton cover dawn delta desert draft "
            + "drift early earth east echo eight engine even field filter final first flame flint "
            + "floor flow forest found four frame fresh garden gentle glass gold grain grass green "
            + "group harbor heavy hill hollow honey index inner iron island ivory june kernel lake "
            + "large later layer leaf lemon level light linen little local maple marble margin meadow "
            + "metal middle mill mirror model moon night nine north note ocean olive open "
            + "orbit order outer paper path pearl pine plain plan plum point pool quiet radio rain "
            + "range rapid reason result river road rock round sage sand seven shade shape signal "
            + "silver simple six slate small smooth snow south spark spring stable star steady stone "
            + "story stream summer table ten thread three tide timber tower trace tree turn two under "
            + "valley vector velvet violet water wave west wheat wide willow wind winter wood yellow"
        )
            .Split(' ')
            .Select(word => Encoding.ASCII.GetBytes(word + " ")),
    ];

    private static readonly int LongestWord = WordsWithSpace.Max(word => word.Length);

    /// <summary>Writes a text of so many words, with one space between them.</summary>
    public static void Write(IBufferWriter<byte> output, ulong key, int tokens)
    {
        var text = output.GetSpan(tokens * LongestWord);
        var length = 0;
        for (var i = 0; i < tokens; i++)
        {
            var word = WordAt(key, i);
            word.CopyTo(text[length..]);
            length += word.Length;
        }
        output.Advance(length - 1);
    }

    /// <summary>Writes the word at an index of such a text, with the space after it if it isn't the last.</summary>
    public static void WriteWord(IBufferWriter<byte> output, ulong key, int index, bool isLast)
    {
        var word = WordAt(key, index);
        output.Write(word.AsSpan(0, isLast ? word.Length - 1 : word.Length));
    }

    private static byte[] WordAt(ulong key, int index)
    {
        // The upper 32 bits scaled to the list's length: no division, no modulo bias worth the name.
        var random = SplitMix64.At(key, (ulong)index) >> 32;
        return WordsWithSpace[(int)((random * (ulong)WordsWithSpace.Length) >> 32)];
    }
}
