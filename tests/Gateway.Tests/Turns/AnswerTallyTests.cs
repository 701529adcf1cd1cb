using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class AnswerTallyTests
{
    // An agent's answer: two models, two counts, and a finish reason before the last piece.
    private static readonly ChatResponseUpdate[] Pieces =
    [
        new(ChatRole.Assistant, "Let me ") { ModelId = "first" },
        new(ChatRole.Assistant, [Counted(10, 1)]) { FinishReason = ChatFinishReason.ToolCalls },
        new(ChatRole.Assistant, "see.") { ModelId = "second" },
        new(ChatRole.Assistant, []) { FinishReason = ChatFinishReason.Stop },
        new(ChatRole.Assistant, [Counted(20, 2)]),
    ];

    [Fact]
    public void Usage_is_the_sum_and_model_and_finish_reason_are_the_last()
    {
        var tally = new AnswerTally();
        foreach (var piece in Pieces)
        {
            tally.Add(piece);
        }

        Assert.Equal((30, 3), (tally.Usage!.InputTokenCount, tally.Usage.OutputTokenCount));
        Assert.Equal("second", tally.Model);
        Assert.Equal(ChatFinishReason.Stop, tally.FinishReason);
    }

    [Fact]
    public void What_is_stored_of_a_turn_is_what_its_caller_is_told()
    {
        var (tally, streamed) = (new AnswerTally(), new TurnReply());
        foreach (var piece in Pieces)
        {
            tally.Add(piece);
            streamed.Add(piece);
        }
        var whole = TurnReply.From(Pieces.ToChatResponse());

        Assert.All(
            [streamed, whole],
            reply =>
            {
                Assert.Equal("Let me see.", reply.Text);
                Assert.Equal(tally.Model, reply.Model);
                Assert.Equal(tally.Usage!.InputTokenCount, reply.InputTokens);
                Assert.Equal(tally.Usage.OutputTokenCount, reply.OutputTokens);
            }
        );
    }

    private static UsageContent Counted(int input, int output) =>
        new(new() { InputTokenCount = input, OutputTokenCount = output });
}
