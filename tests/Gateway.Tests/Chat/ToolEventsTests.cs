using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class ToolEventsTests
{
    [Fact]
    public void A_call_and_its_result_are_told_by_the_tools_name()
    {
        var tools = new ToolEvents();

        var told = new AIContent[]
        {
            new FunctionCallContent("1", "clock"),
            new FunctionCallContent("2", "http"),
            new TextContent("so"),
            new FunctionResultContent("2", "no") { Exception = new IOException("no") },
            new FunctionResultContent("1", "noon"),
            new FunctionResultContent("3", "whose?"),
        }.Select(tools.From);

        Assert.Equal(
            [
                new("clock", "started"),
                new("http", "started"),
                null,
                new("http", "failed"),
                new("clock", "succeeded"),
                null,
            ],
            told
        );
    }

    [Fact]
    public void What_several_answers_of_one_turn_used_is_summed_up()
    {
        var tally = new AnswerTally();
        foreach (var tokens in new[] { 3, 4 })
        {
            tally.Add(
                new ChatResponseUpdate(
                    ChatRole.Assistant,
                    [new UsageContent(new() { InputTokenCount = tokens, TotalTokenCount = tokens })]
                )
                {
                    ModelId = $"model-{tokens}",
                    FinishReason = tokens == 3 ? ChatFinishReason.ToolCalls : null,
                }
            );
        }
        tally.Add(new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop });

        Assert.Equal(7, tally.Usage?.InputTokenCount);
        Assert.Equal("model-4", tally.Model);
        Assert.Equal(ChatFinishReason.Stop, tally.FinishReason);
    }
}
