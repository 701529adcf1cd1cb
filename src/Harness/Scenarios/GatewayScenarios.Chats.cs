namespace GatewayBench;

public static partial class GatewayScenarios
{
    private const string Model = "gpt-4o-mini";

    /// <summary>
    /// A chat of one turn, <c>{"message", "session_id"}</c>, answered by a <c>reply</c> that is not
    /// empty. Each has a session of its own: see <see cref="Session"/> for conversations.
    /// </summary>
    public static Scenario Chat(string path = "/api/chat") =>
        Scenario
            .Http($"POST {path}", user => user.PostJson(path, ChatTurn.Of(user)))
            .Check("has reply", reply => !string.IsNullOrEmpty(reply.Json("reply")))
            .AsChat();

    /// <summary>
    /// The same with <c>"stream": true</c>, answered by events <c>delta</c>, <c>done</c> and
    /// <c>error</c>; see <see cref="StreamFormat.Deltas"/>.
    /// </summary>
    public static Scenario StreamedChat(string path = "/api/chat") =>
        Scenario
            .Stream(
                $"POST {path}, streamed",
                user => user.PostJson(path, ChatTurn.Of(user) with { Stream = true }),
                StreamFormat.Deltas
            )
            .Check("has text", HasText)
            .AsChat();

    /// <summary>An OpenAI chat completion whose first choice has content or calls tools.</summary>
    /// <param name="path">Of the endpoint.</param>
    /// <param name="model">The model that is asked for.</param>
    public static Scenario OpenAiChat(string path = "/v1/chat/completions", string model = Model) =>
        Scenario
            .Http($"POST {path}", user => user.PostJson(path, CompletionTurn.Of(user, model)))
            .Check("has content", reply => CompletionBody.HasContent(reply.Body))
            .AsChat();

    /// <summary>
    /// A streamed OpenAI chat completion, with usage, that has content or calls tools.
    /// </summary>
    /// <inheritdoc cref="OpenAiChat" />
    public static Scenario OpenAiStreamedChat(
        string path = "/v1/chat/completions",
        string model = Model
    ) =>
        Scenario
            .Stream(
                $"POST {path}, streamed",
                user => user.PostJson(path, CompletionTurn.Streamed(user, model)),
                StreamFormat.OpenAiChat
            )
            .Check("has content", reply => HasText(reply) || reply.Stream!.ToolCalls > 0)
            .AsChat();

    private static bool HasText(Reply reply) => reply.Stream!.Pieces > 0;
}
