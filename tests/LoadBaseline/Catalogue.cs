using static GatewayBench.GatewayScenarios;

namespace GatewayBench.LoadBaseline;

/// <summary>
/// The rows of the baseline. Core rows come at every number of users, but those that wait for the
/// provider only at the largest, as do all others.
/// </summary>
internal static class Catalogue
{
    /// <summary>Users who think for seconds ask seldom: so many do it often enough to be measured.</summary>
    private const int ThinkingUsers = 1_000;

    private const int HugeTokens = 30_000;

    /// <summary>Far longer than the provider waits between two tokens.</summary>
    private const string Stall = "10s";

    private const string LoginPath = "/auth/login";

    public static IReadOnlyList<BaselineRow> Of(LoadSettings settings, Gateways gateways)
    {
        int[] all = [.. settings.Concurrency.Order()];
        int[] most = [all[^1]];
        int[] least = [all[0]];
        var chat = Chat().Name;
        var streamed = StreamedChat().StallAfter(Stall).CheckPieces();
        var login = Login(LoginPath, Gateways.User, Gateways.Password);
        return
        [
            Core("health-live", gateways.InstantAsync, Health("/health/live"), all),
            Core("health", gateways.InstantAsync, Health("/health"), all),
            Core("metrics", gateways.InstantAsync, Metrics(), all),
            Core("chat", gateways.InstantAsync, Chat(), all),
            Core("chat-tail", gateways.TailedAsync, Variant("tail"), most),
            Core(
                "chat-rate-limited",
                gateways.RateLimitedAsync,
                Variant("over quota").Expect(Outcome.RateLimited),
                most
            ),
            Beside(
                chat,
                "chat-auth",
                gateways.AskingAsync,
                Variant("auth").Bearer(Gateways.ApiKey)
            ),
            Beside(chat, "chat-limiter", gateways.LimitedAsync, Variant("limiter")),
            Beside(chat, "chat-guardrail", gateways.GuardrailedAsync, Variant("guardrail")),
            new("chat-stream", gateways.StreamingAsync, streamed, most),
            Beside(chat, "openai-chat", gateways.InstantAsync, OpenAiChat()),
            Beside(
                streamed.Name,
                "openai-chat-stream",
                gateways.StreamingAsync,
                OpenAiStreamedChat().StallAfter(Stall).CheckPieces()
            ),
            Beside(
                streamed.Name,
                "ws-chat",
                gateways.StreamingAsync,
                WebSocketChat().StallAfter(Stall).CheckPieces()
            ),
            new("runs", gateways.InstantAsync, RunToTerminal(), most),
            new("login-chat", gateways.AskingAsync, LoggedIn(Variant("logged in"), login), least),
            new("sessions", gateways.InstantAsync, Session(turns: 5), [ThinkingUsers]),
            Beside(
                chat,
                "huge-prompt",
                gateways.RoomyAsync,
                Variant("1 in 20 huge").Prompts(PromptFeed.Bundled.WithHuge(HugeTokens, oneIn: 20))
            ),
            new("mix", gateways.StreamingAsync, Mixed(), most),
            Searching(1_000),
            Searching(10_000),
            Searching(100_000),
        ];

        BaselineRow Beside(
            string other,
            string name,
            Func<Task<GatewayHost<Program>>> gateway,
            Scenario scenario
        ) => new(name, gateway, scenario, most, ComparedTo: other);

        BaselineRow Searching(int documents) =>
            new(
                $"search-{documents / 1_000}k",
                () => gateways.SearchingAsync(documents),
                Search("/api/search", Queries(documents, settings.Seed))
                    .Named($"POST /api/search, {documents / 1_000}k documents"),
                most
            );
    }

    private static BaselineRow Core(
        string name,
        Func<Task<GatewayHost<Program>>> gateway,
        Scenario scenario,
        IReadOnlyList<int> users
    ) => new(name, gateway, scenario, users, IsCore: true);

    private static Scenario Variant(string what) => Chat().Named($"POST /api/chat, {what}");

    private static Scenario Mixed() =>
        Scenario.Mix("mix", (6, Chat()), (3, StreamedChat()), (1, WebSocketChat()));

    private static CorpusQuery[] Queries(int documents, ulong seed) =>
        [.. Corpus.Queries(documents, seed).Take(1_000)];
}
