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
    /// <param name="turn">Where the conversation stands.</param>
    public static Prompt Read(ref Utf8JsonReader reader, ulong seed, out Turn turn)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                var text = (int)reader.TokenStartIndex..(int)reader.BytesConsumed;
                turn = new Turn(0, HasToolResult: false, text);
                return ReadText(ref reader, seed);
            case JsonTokenType.StartArray:
                return ReadItems(ref reader, seed, out turn);
            default:
                throw ApiErrors.WrongType(Param, reader.TokenType, "a string or an array of items");
        }
    }

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

    private static Prompt ReadItems(ref Utf8JsonReader reader, ulong seed, out Turn turn)
    {
        var tally = new PromptTally(seed);
        var index = 0;
        var last = ChatRole.None;
        turn = default;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var param = string.Create(CultureInfo.InvariantCulture, $"{Param}[{index}]");
            var role = InputItem.Check(reader, param, out var content);
            turn = After(turn, last, role, content);
            if (role == ChatRole.Assistant && last != ChatRole.Assistant)
            {
                tally.AddStep();
            }
            last = role;
            tally.AddMessage();
            tally.AddValue(ref reader, isCounted: false);
        }
        return index > 0 ? tally.Prompt : throw ApiErrors.EmptyArray(Param);
    }

    /// <summary>Items of the assistant that follow each other are one message of a chat.</summary>
    private static Turn After(Turn turn, ChatRole last, ChatRole role, Range content) =>
        role switch
        {
            ChatRole.User => new Turn(0, HasToolResult: false, content),
            ChatRole.Assistant when last != ChatRole.Assistant => turn with
            {
                Step = turn.Step + 1,
            },
            ChatRole.Tool => turn with { HasToolResult = true },
            _ => turn,
        };
}
