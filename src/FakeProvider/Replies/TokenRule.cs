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

    public static int Count(ReadOnlySpan<byte> utf8Text)
    {
        var tokens = 0;
        var bytesOfToken = 0;
        foreach (var b in utf8Text)
        {
            if (b <= (byte)' ')
            {
                bytesOfToken = 0;
                continue;
            }
            if (bytesOfToken == 0)
            {
                tokens++;
            }
            bytesOfToken = (bytesOfToken + 1) % BytesPerToken;
        }
        return tokens;
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
