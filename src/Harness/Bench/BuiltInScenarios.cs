namespace GatewayBench;

/// <summary>The scenarios that a bench file can use by name.</summary>
internal static class BuiltInScenarios
{
    private const string ChatPath = "/api/chat";
    private const string CompletionPath = "/v1/chat/completions";
    private const string Model = "gpt-4o-mini";

    private static readonly BenchKey<string> Path = BuiltInKeys.Path;

    public static IReadOnlyList<BuiltInScenario> All { get; } =
    [
        new("health", map => GatewayScenarios.Health(map.Get(Path, "/health")), Path),
        new("metrics", map => GatewayScenarios.Metrics(map.Get(Path, "/metrics")), Path),
        new("chat", map => GatewayScenarios.Chat(map.Get(Path, ChatPath)), Path),
        new("chat-stream", map => GatewayScenarios.StreamedChat(map.Get(Path, ChatPath)), Path),
        new(
            "chat-session",
            map =>
                GatewayScenarios.Session(map.Get(BuiltInKeys.Turns, 10), map.Get(Path, ChatPath)),
            Path,
            BuiltInKeys.Turns
        ),
        new(
            "openai-chat",
            map =>
                GatewayScenarios.OpenAiChat(
                    map.Get(Path, CompletionPath),
                    map.Get(BuiltInKeys.Model, Model)
                ),
            Path,
            BuiltInKeys.Model
        ),
        new(
            "openai-chat-stream",
            map =>
                GatewayScenarios.OpenAiStreamedChat(
                    map.Get(Path, CompletionPath),
                    map.Get(BuiltInKeys.Model, Model)
                ),
            Path,
            BuiltInKeys.Model
        ),
        new("run", map => GatewayScenarios.RunToTerminal(map.Get(Path, "/v1/runs")), Path),
        new(
            "run-polled",
            map =>
                GatewayScenarios.RunPolledToTerminal(
                    Duration.ToText(map.Get(BuiltInKeys.Every, TimeSpan.FromMilliseconds(200))),
                    map.Get(Path, "/v1/runs")
                ),
            Path,
            BuiltInKeys.Every
        ),
        new(
            "search",
            map =>
                GatewayScenarios.Search(
                    map.Get(Path, "/api/search"),
                    map.Get(BuiltInKeys.Queries)
                        ?? throw map.Node.Failed(
                            $"{map.Node.Path}.queries is missing; allowed: what is searched for."
                        )
                ),
            Path,
            BuiltInKeys.Queries
        ),
        new(
            "websocket-chat",
            map => GatewayScenarios.WebSocketChat(map.Get(Path, "/ws/chat")),
            Path
        ),
    ];
}
