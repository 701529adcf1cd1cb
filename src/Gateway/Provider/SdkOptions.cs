using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>Puts the options of one call into the SDK's words. What it has no word for is refused.</summary>
internal static class SdkOptions
{
    /// <returns>Null if nothing was asked for.</returns>
    /// <exception cref="NotSupportedException">An option that the provider would never see.</exception>
    public static Sdk.ChatCompletionOptions? From(ChatOptions? options)
    {
        if (options is null)
        {
            return null;
        }
        RefuseUnknown(options);
        var sent = new Sdk.ChatCompletionOptions
        {
            Temperature = options.Temperature,
            TopP = options.TopP,
            MaxOutputTokenCount = options.MaxOutputTokens,
            FrequencyPenalty = options.FrequencyPenalty,
            PresencePenalty = options.PresencePenalty,
            EndUserId = ChatOptionKeys.User.Read(options.AdditionalProperties),
            ResponseFormat = Format(options),
        };
#pragma warning disable OPENAI001 // The SDK calls them experimental; OpenAI's API has them.
        sent.Seed = options.Seed;
        sent.ReasoningEffortLevel = Effort(options.Reasoning);
#pragma warning restore OPENAI001
        foreach (var stop in options.StopSequences ?? [])
        {
            sent.StopSequences.Add(stop);
        }
        AddTools(options, sent);
        return sent;
    }

    private static void AddTools(ChatOptions options, Sdk.ChatCompletionOptions sent)
    {
        foreach (var tool in options.Tools ?? [])
        {
            sent.Tools.Add(SdkTools.From(tool));
        }
        if (sent.Tools.Count > 0)
        {
            sent.AllowParallelToolCalls = options.AllowMultipleToolCalls;
            sent.ToolChoice = Choice(options.ToolMode);
        }
        else if (options.ToolMode is RequiredChatToolMode)
        {
            throw new NotSupportedException(
                "A tool is required, but there is none to choose from."
            );
        }
    }

    private static Sdk.ChatToolChoice? Choice(ChatToolMode? mode) =>
        mode switch
        {
            null => null,
            AutoChatToolMode => Sdk.ChatToolChoice.CreateAutoChoice(),
            NoneChatToolMode => Sdk.ChatToolChoice.CreateNoneChoice(),
            RequiredChatToolMode { RequiredFunctionName: { } name } =>
                Sdk.ChatToolChoice.CreateFunctionChoice(name),
            RequiredChatToolMode => Sdk.ChatToolChoice.CreateRequiredChoice(),
            _ => throw Refuse(nameof(ChatOptions.ToolMode)),
        };

    private static Sdk.ChatResponseFormat? Format(ChatOptions options) =>
        options.ResponseFormat switch
        {
            null => null,
            ChatResponseFormatText => Sdk.ChatResponseFormat.CreateTextFormat(),
            ChatResponseFormatJson { Schema: { } schema } json =>
                Sdk.ChatResponseFormat.CreateJsonSchemaFormat(
                    json.SchemaName ?? "answer",
                    BinaryData.FromString(schema.GetRawText()),
                    json.SchemaDescription,
                    ChatOptionKeys.Strict.Read(options.AdditionalProperties)
                ),
            ChatResponseFormatJson => Sdk.ChatResponseFormat.CreateJsonObjectFormat(),
            _ => throw Refuse(nameof(ChatOptions.ResponseFormat)),
        };

#pragma warning disable OPENAI001
    private static Sdk.ChatReasoningEffortLevel? Effort(ReasoningOptions? reasoning) =>
        reasoning switch
        {
            { Output: not null } => throw Refuse(
                $"{nameof(ChatOptions.Reasoning)}.{nameof(ReasoningOptions.Output)}"
            ),
            null or { Effort: null } => (Sdk.ChatReasoningEffortLevel?)null,
            { Effort: ReasoningEffort.None } => Sdk.ChatReasoningEffortLevel.None,
            { Effort: ReasoningEffort.Low } => Sdk.ChatReasoningEffortLevel.Low,
            { Effort: ReasoningEffort.Medium } => Sdk.ChatReasoningEffortLevel.Medium,
            { Effort: ReasoningEffort.High } => Sdk.ChatReasoningEffortLevel.High,
            { Effort: ReasoningEffort.ExtraHigh } => Sdk.ChatReasoningEffortLevel.ExtraHigh,
            _ => throw Refuse(nameof(ChatOptions.Reasoning)),
        };
#pragma warning restore OPENAI001

    private static void RefuseUnknown(ChatOptions options)
    {
        string?[] given =
        [
            options.TopK is null ? null : nameof(options.TopK),
            options.ConversationId is null ? null : nameof(options.ConversationId),
            options.RawRepresentationFactory is null
                ? null
                : nameof(options.RawRepresentationFactory),
#pragma warning disable MEAI001 // Experimental, but it can be set.
            options.AllowBackgroundResponses is true
                ? nameof(options.AllowBackgroundResponses)
                : null,
            options.ContinuationToken is null ? null : nameof(options.ContinuationToken),
#pragma warning restore MEAI001
        ];
        if (given.FirstOrDefault(name => name is not null) is { } unknown)
        {
            throw Refuse(unknown);
        }
        ChatOptionKeys.RefuseOthers(options.AdditionalProperties);
    }

    private static NotSupportedException Refuse(string option) =>
        new($"Option '{option}' cannot be passed on: the provider's API has no place for it.");
}
