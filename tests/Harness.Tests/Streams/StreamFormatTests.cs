using System.Text.Json;

namespace GatewayBench.Tests.Streams;

/// <summary>Each format is a function from events to what they say.</summary>
public sealed class StreamFormatTests
{
    [Fact]
    public void An_OpenAI_chat_is_text_from_the_first_content_that_is_not_empty()
    {
        var (signals, reply, text) = Events.Read(
            StreamFormat.OpenAiChat,
            """
            data: {"choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": null}], "usage": null}

            data: {"choices": [{"index": 0, "delta": {"content": "Hé"}}]}

            data: {"choices": [{"index": 0, "delta": {"content": "llo\n"}}]}

            data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

            data: {"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}}

            data: [DONE]


            """
        );

        Assert.Equal(
            [
                StreamSignals.Nothing,
                StreamSignals.Text,
                StreamSignals.Text,
                StreamSignals.Nothing,
                StreamSignals.Usage,
                StreamSignals.End,
            ],
            signals
        );
        Assert.Equal("Héllo\n", text);
        Assert.Equal((2, 7, 7), (reply.Pieces, reply.Usage, reply.Tokens));
    }

    [Fact]
    public void Tool_calls_of_an_OpenAI_chat_are_put_together_by_their_index()
    {
        var (signals, reply, _) = Events.Read(
            StreamFormat.OpenAiChat,
            """
            data: {"choices": [{"delta": {"tool_calls": [{"index": 0, "id": "a", "type": "function", "function": {"name": "x", "arguments": ""}}]}}]}

            data: {"choices": [{"delta": {"tool_calls": [{"index": 1, "function": {"arguments": "[1"}}]}}]}

            data: {"choices": [{"delta": {"tool_calls": [{"index": 0, "function": {"arguments": "{}"}}, {"function": {"arguments": "]"}, "index": 1}]}}]}


            """
        );

        Assert.Equal(
            [StreamSignals.Nothing, StreamSignals.ToolCall, StreamSignals.ToolCall],
            signals
        );
        Assert.Equal((2, 3, 3, 0), (reply.ToolCalls, reply.Fragments, reply.Tokens, reply.Pieces));
        Assert.True(reply.ArgumentsAreJson);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("{\\\"a\\\": 1}", true)]
    [InlineData("{\\\"a\\\": ", false)]
    [InlineData("{} {}", false)]
    public void Arguments_have_to_be_whole_JSON(string arguments, bool expected)
    {
        var chunk =
            "data: {\"choices\": [{\"delta\": {\"tool_calls\": [{\"index\": 0, \"function\": {\"arguments\": \""
            + arguments
            + "\"}}]}}]}\n\n";

        Assert.Equal(expected, Events.Read(StreamFormat.OpenAiChat, chunk).Reply.ArgumentsAreJson);
    }

    [Fact]
    public void An_Anthropic_message_is_named_events()
    {
        var (signals, reply, text) = Events.Read(
            StreamFormat.AnthropicMessages,
            """
            event: message_start
            data: {"type": "message_start", "message": {"usage": {"input_tokens": 5, "output_tokens": 1}}}

            event: content_block_start
            data: {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}

            event: ping
            data: {"type": "ping"}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hi"}}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 1, "delta": {"type": "input_json_delta", "partial_json": "{}"}}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 2, "delta": {"type": "thinking_delta", "thinking": "hm"}}

            event: message_delta
            data: {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 9}}

            event: message_stop
            data: {"type": "message_stop"}


            """
        );

        Assert.Equal(
            [
                StreamSignals.Nothing,
                StreamSignals.Nothing,
                StreamSignals.Ping,
                StreamSignals.Text,
                StreamSignals.ToolCall,
                StreamSignals.Nothing,
                StreamSignals.Usage,
                StreamSignals.End,
            ],
            signals
        );
        Assert.Equal(("Hi", 1, 1, 9), (text, reply.Pieces, reply.ToolCalls, reply.Tokens));
    }

    [Fact]
    public void An_OpenAI_response_is_named_events()
    {
        var (signals, reply, text) = Events.Read(
            StreamFormat.OpenAiResponses,
            """
            event: response.created
            data: {"type": "response.created", "response": {"usage": null}}

            event: response.output_text.delta
            data: {"type": "response.output_text.delta", "output_index": 0, "delta": "Hi"}

            event: response.function_call_arguments.delta
            data: {"delta": "{", "output_index": 1}

            event: response.function_call_arguments.delta
            data: {"delta": "}", "output_index": 1}

            event: response.completed
            data: {"type": "response.completed", "response": {"usage": {"input_tokens": 3, "output_tokens": 4}}}


            """
        );

        Assert.Equal(
            [
                StreamSignals.Nothing,
                StreamSignals.Text,
                StreamSignals.ToolCall,
                StreamSignals.ToolCall,
                StreamSignals.Usage | StreamSignals.End,
            ],
            signals
        );
        Assert.Equal(
            ("Hi", 1, 4, true),
            (text, reply.ToolCalls, reply.Tokens, reply.ArgumentsAreJson)
        );
    }

    [Fact]
    public void A_gateways_own_form_is_deltas_and_done()
    {
        var (signals, reply, text) = Events.Read(
            StreamFormat.Deltas,
            """
            event: delta
            data: {"text": "Hi"}

            event: delta
            data: {"text": ""}

            event: session
            data: anything

            event: done
            data: {"session_id": "s", "usage": {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}}


            """
        );

        Assert.Equal(
            [
                StreamSignals.Text,
                StreamSignals.Nothing,
                StreamSignals.Nothing,
                StreamSignals.Usage | StreamSignals.End,
            ],
            signals
        );
        Assert.Equal(("Hi", 2), (text, reply.Tokens));
        Assert.Equal(
            [StreamSignals.End],
            Events.Read(StreamFormat.Deltas, "event: done\ndata: [DONE]\n\n").Signals
        );
    }

    public static TheoryData<StreamFormat, string> Errors =>
        new()
        {
            { StreamFormat.OpenAiChat, "data: {\"error\": {\"message\": \"m\"}}" },
            { StreamFormat.OpenAiChat, "event: error\ndata: {}" },
            { StreamFormat.AnthropicMessages, "event: error\ndata: {\"type\": \"error\"}" },
            { StreamFormat.OpenAiResponses, "event: error\ndata: {\"type\": \"error\"}" },
            { StreamFormat.OpenAiResponses, "event: response.failed\ndata: {}" },
            { StreamFormat.Deltas, "event: error\ndata: {}" },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_is_told_in_each_ones_form(StreamFormat format, string text) =>
        Assert.Equal([StreamSignals.Error], Events.Read(format, text + "\n\n").Signals);

    public static TheoryData<StreamFormat, string> Malformed =>
        new()
        {
            { StreamFormat.OpenAiChat, "data: {\"choices\": [{\"delta\": {\"con" },
            { StreamFormat.OpenAiChat, "data: {\"choices\": 7}" },
            { StreamFormat.OpenAiChat, "data: {\"choices\": [{\"delta\": {\"content\": 7}}]}" },
            { StreamFormat.OpenAiChat, "data: {} {}" },
            { StreamFormat.OpenAiChat, "data: [DONE" },
            { StreamFormat.OpenAiChat, "data: {\"usage\": {\"completion_tokens\": -1}}" },
            { StreamFormat.AnthropicMessages, "event: content_block_delta\ndata: {\"index\": 0}" },
            { StreamFormat.AnthropicMessages, "event: message_stop\ndata: {" },
            { StreamFormat.OpenAiResponses, "event: response.output_text.delta\ndata: {}" },
            { StreamFormat.OpenAiResponses, "event: response.created\ndata: []" },
            { StreamFormat.Deltas, "event: delta\ndata: {\"txt\": \"a\"}" },
            { StreamFormat.Deltas, "event: delta\ndata: a" },
            { StreamFormat.Deltas, "event: done\ndata: {" },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_malformed_is_refused(StreamFormat format, string text) =>
        Assert.ThrowsAny<JsonException>(() => Events.Read(format, text + "\n\n"));
}
