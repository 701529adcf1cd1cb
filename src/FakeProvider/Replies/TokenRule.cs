using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// The one rule by which tokens are counted, in prompts and in replies: text is cut into words at
/// white space, and each word costs one token per started <see cref="BytesPerToken"/> UTF-8 bytes.
/// A message costs <see cref="PerMessage"/> more, a prompt <see cref="PerPrompt"/>.
/// </summary>
internal static class TokenRule
{
    public const int BytesPerToken = 6;
    public const int PerMessage = 4;
    public const int PerPrompt = 3;

    public static int Count(ReadOnlySpan<byte> utf8Text) => Cut(utf8Text, default);

    /// <summary>Where each token begins, moved back to the start of a character within a word.</summary>
    public static int[] Starts(ReadOnlySpan<byte> utf8Text)
    {
        var starts = new int[Count(utf8Text)];
        Cut(utf8Text, starts);
        return starts;
    }

    /// <param name="utf8Text">The text.</param>
    /// <param name="starts">Gets where the tokens begin, unless it is empty.</param>
    /// <returns>How many there are.</returns>
    private static int Cut(ReadOnlySpan<byte> utf8Text, Span<int> starts)
    {
        var tokens = 0;
        var bytesOfToken = 0;
        for (var i = 0; i < utf8Text.Length; i++)
        {
            if (utf8Text[i] <= (byte)' ')
            {
                bytesOfToken = 0;
                continue;
            }
            if (bytesOfToken == 0)
            {
                if (!starts.IsEmpty)
                {
                    starts[tokens] = CharacterStart(utf8Text, i);
                }
                tokens++;
            }
            bytesOfToken = (bytesOfToken + 1) % BytesPerToken;
        }
        return tokens;
    }

    private static int CharacterStart(ReadOnlySpan<byte> utf8Text, int index)
    {
        while (index > 0 && (utf8Text[index] & 0b1100_0000) == 0b1000_0000)
        {
            index--;
        }
        return index;
    }

    /// <summary>Whether the property that the reader stands on holds text that is counted.</summary>
    public static bool CountsProperty(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("content"u8)
        || reader.ValueTextEquals("text"u8)
        || reader.ValueTextEquals("refusal"u8)
        || reader.ValueTextEquals("name"u8)
        || reader.ValueTextEquals("arguments"u8)
        || reader.ValueTextEquals("output"u8);
}
