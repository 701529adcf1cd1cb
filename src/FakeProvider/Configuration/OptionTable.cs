using System.Net;

namespace GatewayBench;

/// <summary>
/// All options that can be written as text. Configurations, the command line, the range checks and the
/// documentation are made from it. What is set later wins, so a preset comes before its delays.
/// </summary>
internal static class OptionTable
{
    /// <summary>Options that only code can set.</summary>
    public static IReadOnlyList<string> CodeOnly { get; } =
    [nameof(FakeProviderOptions.TimeProvider)];

    public static IReadOnlyList<OptionGroup> Groups { get; } =
    [
        new("Listening", Listening()),
        new("Delays", Delays()),
        new("Replies", Replies()),
        new("Limits", Limits()),
        new("Stubs", Stubs()),
        new("Accounts", Accounts()),
    ];

    public static IReadOnlyList<OptionSetting> All { get; } =
    [.. Groups.SelectMany(group => group.Settings)];

    private static OptionSetting[] Listening() =>
        [
            new ValueSetting<int>(
                "Port",
                "--port",
                OptionKinds.Number(0, IPEndPoint.MaxPort),
                o => o.Port,
                (o, value) => o.Port = value,
                "The port to listen on; 0 takes any free one."
            ),
            new ValueSetting<IPAddress>(
                "Address",
                "--address",
                OptionKinds.Address,
                o => o.Address,
                (o, value) => o.Address = value,
                "The address to listen on."
            ),
            new ValueSetting<bool>(
                "AllowRemoteClients",
                "--allow-remote",
                OptionKinds.Switch,
                o => o.AllowRemoteClients,
                (o, value) => o.AllowRemoteClients = value,
                "Allow an address that other machines can reach. Any API key is accepted!"
            ),
            new ValueSetting<long>(
                "MaxRequestBodyBytes",
                "--max-request-body-bytes",
                OptionKinds.Number<long>(1, Array.MaxLength),
                o => o.MaxRequestBodyBytes,
                (o, value) => o.MaxRequestBodyBytes = value,
                "The largest request body that is not answered with 413."
            ),
        ];

    private static OptionSetting[] Delays() =>
        [
            new ValueSetting<DelayPreset?>(
                "Preset",
                "--preset",
                OptionKinds.Preset,
                _ => null,
                (o, value) =>
                    (o.Latency, o.TokenGap) = (value!.TimeToFirstToken, value.BetweenTokens),
                "Latency and token gap as published, where they are not given themselves."
            ),
            new ValueSetting<Delay>(
                "Latency",
                "--latency",
                OptionKinds.Delay,
                o => o.Latency,
                (o, value) => o.Latency = value,
                "Until the first token, such as none, 400ms or lognormal(p50=400ms,p99=4s)."
            ),
            new ValueSetting<Delay>(
                "TokenGap",
                "--token-gap",
                OptionKinds.Delay,
                o => o.TokenGap,
                (o, value) => o.TokenGap = value,
                "From each token to the next, likewise."
            ),
            new ValueSetting<TimeSpan>(
                "LatencyPerPromptToken",
                "--latency-per-prompt-token",
                OptionKinds.Duration,
                o => o.LatencyPerPromptToken,
                (o, value) => o.LatencyPerPromptToken = value,
                "What each token of the prompt adds to the latency, such as 50us."
            ),
            new ValueSetting<int?>(
                "Slots",
                "--slots",
                OptionKinds.Limit(1, int.MaxValue),
                o => o.Slots,
                (o, value) => o.Slots = value,
                "Requests in service at once; the others wait."
            ),
            new ValueSetting<int?>(
                "MostWaiting",
                "--most-waiting",
                OptionKinds.Limit(0, int.MaxValue),
                o => o.MostWaiting,
                (o, value) => o.MostWaiting = value,
                "Requests that may wait for a slot; beyond, the answer is a 503."
            ),
        ];

    private static OptionSetting[] Replies() =>
        [
            new ValueSetting<ulong>(
                "Seed",
                "--seed",
                OptionKinds.Number(0, ulong.MaxValue),
                o => o.Seed,
                (o, value) => o.Seed = value,
                "The seed of all that is drawn: delays, replies."
            ),
            new ValueSetting<int>(
                "ReplyTokens",
                "--reply-tokens",
                OptionKinds.Number(1, 100_000),
                o => o.ReplyTokens,
                (o, value) => o.ReplyTokens = value,
                "Tokens of a reply, unless the request allows fewer."
            ),
        ];

    private static OptionSetting[] Limits() =>
        [
            Limit(
                "RateLimit:RequestsPerMinute",
                "--requests-per-minute",
                o => o.RateLimit.RequestsPerMinute,
                (o, value) => o.RateLimit.RequestsPerMinute = value,
                "Requests per minute and API key."
            ),
            Limit(
                "RateLimit:TokensPerMinute",
                "--tokens-per-minute",
                o => o.RateLimit.TokensPerMinute,
                (o, value) => o.RateLimit.TokensPerMinute = value,
                "Tokens per minute and API key."
            ),
        ];

    private static OptionSetting[] Stubs() =>
        [
            new ListSetting<string>(
                "Stubs:Folders",
                "--stubs",
                OptionKinds.Folder,
                o => o.Stubs.RemoveFolders(),
                (o, value) => o.Stubs.AddFolder(value),
                "A folder of WireMock's mappings, whose answers win."
            ),
            new ValueSetting<int>(
                "Stubs:JournalSize",
                "--stub-journal",
                OptionKinds.Number(0, RequestJournal.MostEntries),
                o => o.Stubs.JournalSize,
                (o, value) => o.Stubs.JournalSize = value,
                "Requests that are kept for /__admin/requests."
            ),
            new ValueSetting<bool>(
                "Stubs:AllowRemoteAdmin",
                "--allow-remote-admin",
                OptionKinds.Switch,
                o => o.Stubs.AllowRemoteAdmin,
                (o, value) => o.Stubs.AllowRemoteAdmin = value,
                "Answer /__admin where other machines can reach it. It asks for no key!"
            ),
        ];

    private static OptionSetting[] Accounts() =>
        [
            new ValueSetting<string>(
                "IdentityHeader",
                "--identity-header",
                OptionKinds.HeaderName,
                o => o.IdentityHeader,
                (o, value) => o.IdentityHeader = value,
                "The header that says whose request one is, where no traceparent does."
            ),
            new ValueSetting<int>(
                "JournalRequests",
                "--journal",
                OptionKinds.Number(0, Journal.Most),
                o => o.JournalRequests,
                (o, value) => o.JournalRequests = value,
                "The last requests that code can read from the audit."
            ),
        ];

    private static ValueSetting<int?> Limit(
        string key,
        string flag,
        Func<FakeProviderOptions, int?> get,
        Action<FakeProviderOptions, int?> set,
        string meaning
    ) => new(key, flag, OptionKinds.Limit(1, int.MaxValue), get, set, meaning);
}
