using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class PromptKeysTests
{
    private static readonly Dictionary<string, object?> Others = new()
    {
        [nameof(ChatOptions.Instructions)] = "Be brief.",
        [nameof(ChatOptions.MaxOutputTokens)] = 5,
        [nameof(ChatOptions.TopP)] = 0.5f,
        [nameof(ChatOptions.TopK)] = 7,
        [nameof(ChatOptions.FrequencyPenalty)] = 0.5f,
        [nameof(ChatOptions.PresencePenalty)] = 0.5f,
        [nameof(ChatOptions.Seed)] = 42L,
        [nameof(ChatOptions.Reasoning)] = new ReasoningOptions { Effort = ReasoningEffort.High },
        [nameof(ChatOptions.ResponseFormat)] = ChatResponseFormat.Json,
        [nameof(ChatOptions.ModelId)] = "another",
        [nameof(ChatOptions.StopSequences)] = new List<string> { "END" },
        [nameof(ChatOptions.AllowMultipleToolCalls)] = true,
        [nameof(ChatOptions.ToolMode)] = ChatToolMode.RequireAny,
        [nameof(ChatOptions.Tools)] = new List<AITool> { Tool("clock", "Tells the time.") },
        [nameof(ChatOptions.AdditionalProperties)] = new AdditionalPropertiesDictionary
        {
            ["user"] = "u1",
        },
    };

    // What the key can't see: the first two keep a request out of the cache, the others are not used.
    private static readonly string[] Unseen =
    [
        nameof(ChatOptions.ConversationId),
        nameof(ChatOptions.RawRepresentationFactory),
        "AllowBackgroundResponses",
        "ContinuationToken",
        nameof(ChatOptions.Temperature),
    ];

    private readonly PromptKeys _keys = Keys(new());

    [Fact]
    public void The_same_request_has_the_same_key_whoever_made_the_objects()
    {
        Assert.Equal(KeyOf(Exact()), KeyOf(Exact()));
        Assert.Matches("^gateway:answer:2:[0-9a-f]{64}$", KeyOf(Exact()));
    }

    [Fact]
    public void Every_option_that_makes_another_answer_makes_another_key()
    {
        var properties = typeof(ChatOptions)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && !Unseen.Contains(property.Name));
        var keys = new HashSet<string> { KeyOf(Exact())! };
        foreach (var property in properties)
        {
            var options = Exact();
            property.SetValue(options, Others[property.Name]);
            Assert.True(keys.Add(KeyOf(options)!), $"{property.Name} is not in the key");
        }
        Assert.Equal(Others.Count + 1, keys.Count);
    }

    [Fact]
    public void Everything_in_a_message_makes_another_key()
    {
        List<ChatMessage[]> prompts =
        [
            [new(ChatRole.User, "Hi")],
            [new(ChatRole.System, "Hi")],
            [new(ChatRole.User, "Hi") { AuthorName = "ann" }],
            [new(ChatRole.User, "hi")],
            [new(ChatRole.User, "H"), new(ChatRole.User, "i")],
            [new(ChatRole.User, [new TextContent("H"), new TextContent("i")])],
            [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])],
            [new(ChatRole.User, [new DataContent(new byte[] { 2 }, "image/png")])],
            [new(ChatRole.Assistant, [Call("c1", 1)])],
            [new(ChatRole.Assistant, [Call("c1", 2)])],
            [new(ChatRole.Assistant, [Call("c2", 1)])],
            [new(ChatRole.Tool, [new FunctionResultContent("c1", "1")])],
            [new(ChatRole.Tool, [new FunctionResultContent("c1", "2")])],
        ];

        Assert.Equal(
            prompts.Count,
            prompts.Select(prompt => _keys.Of(prompt, Exact())).Distinct().Count()
        );
    }

    [Fact]
    public void Ids_and_times_of_messages_are_not_in_the_key()
    {
        var named = new ChatMessage(ChatRole.User, "Hi")
        {
            MessageId = "m1",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal(KeyOf(Exact()), _keys.Of([named], Exact()));
    }

    [Fact]
    public void A_tool_is_its_name_its_description_and_its_schema()
    {
        AITool[] tools =
        [
            Tool("clock", "Tells the time."),
            Tool("watch", "Tells the time."),
            Tool("clock", "Tells the date."),
            Tool("clock", "Tells the time.", """{"type":"object","properties":{}}"""),
        ];

        var keys = tools.Select(tool => KeyOf(With(tool)));

        Assert.Equal(tools.Length, keys.Distinct().Count());
        Assert.Equal(KeyOf(With(tools[0])), KeyOf(With(Tool("clock", "Tells the time."))));
    }

    [Fact]
    public void Another_provider_or_model_has_other_keys()
    {
        Assert.NotEqual(
            KeyOf(Exact()),
            KeyOf(Exact(), Keys(new() { Endpoint = "http://127.0.0.1:1/v1" }))
        );
        Assert.NotEqual(KeyOf(Exact()), KeyOf(Exact(), Keys(new() { Model = "other" })));
    }

    [Fact]
    public void Requests_with_more_to_them_than_the_key_sees_have_none()
    {
        Assert.Null(KeyOf(null));
        Assert.Null(KeyOf(new() { Temperature = 0, ConversationId = "c" }));
        Assert.Null(KeyOf(new() { Temperature = 0, RawRepresentationFactory = _ => null }));
        Assert.Null(KeyOf(With(new HostedWebSearchTool())));
    }

    private string? KeyOf(ChatOptions? options, PromptKeys? keys = null) =>
        (keys ?? _keys).Of([new(ChatRole.User, "Hi")], options);

    private static PromptKeys Keys(ProviderOptions provider) =>
        new(
            Options.Create(new PromptCacheOptions { Scope = PromptCacheOptions.Global }),
            Options.Create(provider),
            new HttpContextAccessor()
        );

    private static ChatOptions Exact() => new() { Temperature = 0 };

    private static ChatOptions With(AITool tool) => new() { Temperature = 0, Tools = [tool] };

    private static FunctionCallContent Call(string id, int argument) =>
        new(id, "f", new Dictionary<string, object?> { ["x"] = argument });

    private static AIFunctionDeclaration Tool(
        string name,
        string description,
        string schema = """{"type":"object"}"""
    ) =>
        AIFunctionFactory.CreateDeclaration(
            name,
            description,
            JsonDocument.Parse(schema).RootElement
        );
}
