namespace GatewayBench;

/// <summary>The keys that ready-made scenarios take; which of them, each says itself.</summary>
internal static class BuiltInKeys
{
    public static readonly BenchKey<string> Path = new(
        "path",
        BenchKinds.UrlPath,
        "With use: the path, where the gateway has another than usual."
    );

    public static readonly BenchKey<string> Model = new(
        "model",
        BenchKinds.Text,
        "With use openai-chat and openai-chat-stream: the model that is asked for. Default: gpt-4o-mini."
    );

    public static readonly BenchKey<int> Turns = new(
        "turns",
        BenchKinds.Integer(1, 10_000),
        "With use chat-session: turns in a session. Default: 10."
    );

    public static readonly BenchKey<TimeSpan> Every = new(
        "every",
        BenchKinds.Duration(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
        "With use run-polled: how long to wait before asking again. Default: 200ms."
    );

    public static readonly BenchKey<IReadOnlyList<string>> Queries = new(
        "queries",
        BenchKinds.List("a list of texts", BenchKinds.Text),
        "With use search: what is searched for."
    );

    public static readonly BenchKey[] All = [Path, Model, Turns, Every, Queries];
}
