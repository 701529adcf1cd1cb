using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class SentMessagesTests
{
    public static TheoryData<ChatMessage, string> Messages =>
        new()
        {
            { new(ChatRole.System, "Be kind."), """[{"role":"system","content":"Be kind."}]""" },
            {
                new(new ChatRole("developer"), "Be kind."),
                """[{"role":"developer","content":"Be kind."}]"""
            },
            {
                new(ChatRole.User, "Hi") { AuthorName = "ann" },
                """[{"role":"user","content":"Hi","name":"ann"}]"""
            },
            {
                new(
                    ChatRole.User,
                    [
                        new TextContent("What is this?"),
                        new UriContent("https://example.com/a.png", "image/png"),
                        new DataContent(new byte[] { 1, 2, 3 }, "image/png"),
                    ]
                ),
                """[{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}},{"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}}]}]"""
            },
            { new(ChatRole.Assistant, "Hello"), """[{"role":"assistant","content":"Hello"}]""" },
            {
                new(
                    ChatRole.Assistant,
                    [
                        new FunctionCallContent(
                            "call_1",
                            "add",
                            new Dictionary<string, object?> { ["a"] = 1, ["b"] = "x" }
                        ),
                        SdkTools.Call("call_2", "clock", "{ \"zone\" : \"UTC\" }"),
                    ]
                ),
                """[{"role":"assistant","tool_calls":[{"id":"call_1","type":"function","function":{"name":"add","arguments":"{\"a\":1,\"b\":\"x\"}"}},{"id":"call_2","type":"function","function":{"name":"clock","arguments":"{ \"zone\" : \"UTC\" }"}}]}]"""
            },
            {
                new(
                    ChatRole.Assistant,
                    [new TextContent("Let me see."), new FunctionCallContent("call_1", "clock")]
                ),
                """[{"role":"assistant","content":"Let me see.","tool_calls":[{"id":"call_1","type":"function","function":{"name":"clock","arguments":"{}"}}]}]"""
            },
            {
                new(
                    ChatRole.Tool,
                    [
                        new FunctionResultContent("call_1", "12:00"),
                        new FunctionResultContent("call_2", new { hour = 12 }),
                        new FunctionResultContent("call_3", null),
                    ]
                ),
                """[{"role":"tool","tool_call_id":"call_1","content":"12:00"},{"role":"tool","tool_call_id":"call_2","content":"{\"hour\":12}"},{"role":"tool","tool_call_id":"call_3","content":""}]"""
            },
        };

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task Messages_of_every_role_are_sent(ChatMessage message, string expected)
    {
        await using var upstream = await Upstream.StartAsync();
        var sent = new SentRequest(upstream);
        await using var model = new Model(upstream.Endpoint);

        await model.SayAsync(message);

        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(expected), sent.Body.GetProperty("messages")),
            sent["messages"]
        );
    }

    public static TheoryData<string, ChatMessage> Refused =>
        new()
        {
            { "A message of role 'oracle' cannot be sent", new(new ChatRole("oracle"), "Hi") },
            {
                "A DataContent in a message of role 'user' cannot be sent",
                new(ChatRole.User, [new DataContent(new byte[] { 1 }, "video/mp4")])
            },
            {
                "A TextReasoningContent in a message of role 'assistant' cannot be sent",
                new(ChatRole.Assistant, [new TextReasoningContent("Hm.")])
            },
            {
                "A TextContent in a message of role 'tool' cannot be sent",
                new(ChatRole.Tool, "12:00")
            },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_a_message_cannot_carry_is_refused(string expected, ChatMessage message)
    {
        await using var model = new Model("http://127.0.0.1:1/v1");

        var e = await Assert.ThrowsAsync<NotSupportedException>(() => model.SayAsync(message));

        Assert.StartsWith(expected, e.Message, StringComparison.Ordinal);
    }
}
