using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads one block of a message's content. Its type may be any; what the known types need is
/// checked.
/// </summary>
internal static class ContentBlockReader
{
    /// <param name="reader">On the block; afterwards on its last token.</param>
    /// <param name="tally">What the block is added to.</param>
    /// <param name="tools">Learns of calls and results.</param>
    /// <param name="path">What the block is called in errors.</param>
    public static void Read(
        ref Utf8JsonReader reader,
        ref PromptTally tally,
        ToolPairs tools,
        string path
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(path, reader.TokenType, "an object");
        }
        var block = new ContentBlock(path);
        tally.Add(ref reader, isCounted: false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref reader, ref tally, ref block);
        }
        block.Check();
        switch (block.Type)
        {
            case "tool_use":
                tools.Call(block.Id!, path);
                break;
            case "tool_result":
                tools.Result(block.ToolUseId!, path);
                break;
        }
    }

    private static void ReadProperty(
        ref Utf8JsonReader reader,
        ref PromptTally tally,
        ref ContentBlock block
    )
    {
        // Clients move this mark from turn to turn: it says nothing to the model.
        if (reader.ValueTextEquals("cache_control"u8))
        {
            reader.Skip();
            return;
        }
        var property = reader.GetString()!;
        var isCounted = tally.AddProperty(ref reader);
        block.Take(property, ref reader);
        if (property == "input")
        {
            tally.AddArguments(ref reader);
        }
        else
        {
            tally.AddValue(ref reader, isCounted);
        }
    }
}
