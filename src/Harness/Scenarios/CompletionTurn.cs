using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>A request for an OpenAI chat completion with one message; its user stands for a session, which the API lacks.</summary>
internal sealed record CompletionTurn(string Model, CompletionTurn.Said[] Messages, string User)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Stream { get; init; }

    [JsonPropertyName("stream_options")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Options? StreamOptions { get; init; }

    public static CompletionTurn Of(User user, string model) =>
        new(model, [new Said("user", user.NextPrompt())], user.SessionId);

    public static CompletionTurn Streamed(User user, string model) =>
        Of(user, model) with
        {
            Stream = true,
            StreamOptions = new Options(IncludeUsage: true),
        };

    internal sealed record Said(string Role, string Content);

    internal sealed record Options([property: JsonPropertyName("include_usage")] bool IncludeUsage);
}
