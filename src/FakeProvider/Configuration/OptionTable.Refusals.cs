namespace GatewayBench;

internal static partial class OptionTable
{
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

    private static ValueSetting<int?> Limit(
        string key,
        string flag,
        Func<FakeProviderOptions, int?> get,
        Action<FakeProviderOptions, int?> set,
        string meaning
    ) => new(key, flag, OptionKinds.Limit(1, int.MaxValue), get, set, meaning);
}
