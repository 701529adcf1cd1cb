using System.Globalization;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads the <c>input</c> of a request for a response: checks its shape and tallies what is in it.
/// </summary>
internal static class InputReader
{
    private const string Param = "input";

    /// <param name="reader">On the value of <c>input</c>; afterwards on its last token.</param>
    /// <param name="seed">Goes into the hash.</param>
    public static Prompt Read(ref Utf8JsonReader reader, ulong seed) =>
        reader.TokenType switch
        {
            JsonTokenType.String => ReadText(ref reader, seed),
            JsonTokenType.StartArray => ReadItems(ref reader, seed),
            var other => throw ApiErrors.WrongType(Param, other, "a string or an array of items"),
        };

    /// <summary>A text that is a message of its own.</summary>
    /// <param name="reader">On a string.</param>
    /// <param name="seed">Goes into the hash.</param>
    public static Prompt ReadText(ref Utf8JsonReader reader, ulong seed)
    {
        var tally = new PromptTally(seed);
        tally.AddMessage();
        tally.Add(ref reader, isCounted: true);
        return tally.Prompt;
    }

    private static Prompt ReadItems(ref Utf8JsonReader reader, ulong seed)
    {
        var tally = new PromptTally(seed);
        var index = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            InputItem.Check(
                reader,
                string.Create(CultureInfo.InvariantCulture, $"{Param}[{index}]")
            );
            tally.AddMessage();
            tally.AddValue(ref reader, isCounted: false);
        }
        return index > 0 ? tally.Prompt : throw ApiErrors.EmptyArray(Param);
    }
}
