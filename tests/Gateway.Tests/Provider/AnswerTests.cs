using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_whole_answer_brings_text_reason_usage_model_and_id()
    {
        var response = await AnswerAsync("""{"role":"assistant","content":"Hello!"}""", "length");

        Assert.Equal("Hello!", response.Text);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal("scripted-1", response.ModelId);
        Assert.Equal("chatcmpl-1", response.ResponseId);
        Assert.Equal(12, response.Usage?.InputTokenCount);
        Assert.Equal(5, response.Usage?.OutputTokenCount);
        Assert.Equal(17, response.Usage?.TotalTokenCount);
        Assert.Equal(4, response.Usage?.CachedInputTokenCount);
        Assert.Equal(2, response.Usage?.ReasoningTokenCount);
    }

    [Fact]
    public async Task Tool_calls_come_with_their_arguments_and_the_very_text_of_them()
    {
        var response = await AnswerAsync(
            """{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"add","arguments":"{ \"a\":1 }"}},{"id":"call_2","type":"function","function":{"name":"add","arguments":"{oops"}}]}""",
            "tool_calls"
        );

        var calls = response.Messages.Single().Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal(["call_1", "call_2"], calls.Select(c => c.CallId));
        Assert.Equal("1", calls[0].Arguments!["a"]!.ToString());
        Assert.Equal("{ \"a\":1 }", calls[0].RawRepresentation);
        Assert.Null(calls[0].Exception);
        Assert.NotNull(calls[1].Exception);
        Assert.Equal("{oops", calls[1].RawRepresentation);
    }

    [Fact]
    public async Task A_refusal_is_an_error_content_and_no_text()
    {
        var response = await AnswerAsync(
            """{"role":"assistant","content":null,"refusal":"I won't."}""",
            "stop"
        );

        Assert.Equal("", response.Text);
        var refusal = Assert.Single(response.Messages.Single().Contents.OfType<ErrorContent>());
        Assert.Equal(("I won't.", SdkAnswers.RefusalCode), (refusal.Message, refusal.ErrorCode));
    }

    private static async Task<ChatResponse> AnswerAsync(string message, string reason)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
            context.Response.WriteAsync(
                $$$$"""{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"scripted-1","choices":[{"index":0,"finish_reason":"{{{{reason}}}}","message":{{{{message}}}}}],"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}}"""
            );
        await using var model = new Model(upstream.Endpoint);
        return await model.AskAsync();
    }
}
