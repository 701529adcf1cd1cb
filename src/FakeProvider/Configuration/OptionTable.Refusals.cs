using System.Numerics;

namespace GatewayBench;

internal static partial class OptionTable
{
    private static OptionSetting[] Limits() =>
        [
            Limit(
                "RateLimit:RequestsPerMinute",
                "--requests-per-minute",
                1,
                int.MaxValue,
                o => o.RateLimit.RequestsPerMinute,
                (o, value) => o.RateLimit.RequestsPerMinute = value,
                "Requests per minute and API key."
            ),
            Limit(
                "RateLimit:TokensPerMinute",
                "--tokens-per-minute",
                1,
                int.MaxValue,
                o => o.RateLimit.TokensPerMinute,
                (o, value) => o.RateLimit.TokensPerMinute = value,
                "Tokens of prompts and replies per minute and API key."
            ),
            Limit(
                "RateLimit:InputTokensPerMinute",
                "--input-tokens-per-minute",
                1,
                int.MaxValue,
                o => o.RateLimit.InputTokensPerMinute,
                (o, value) => o.RateLimit.InputTokensPerMinute = value,
                "Tokens of prompts per minute and API key."
            ),
            Limit(
                "RateLimit:OutputTokensPerMinute",
                "--output-tokens-per-minute",
                1,
                int.MaxValue,
                o => o.RateLimit.OutputTokensPerMinute,
                (o, value) => o.RateLimit.OutputTokensPerMinute = value,
                "Tokens of replies per minute and API key."
            ),
            Limit(
                "RateLimit:RequestQuota",
                "--request-quota",
                0,
                long.MaxValue,
                o => o.RateLimit.RequestQuota,
                (o, value) => o.RateLimit.RequestQuota = value,
                "Requests of an API key in all."
            ),
            Limit(
                "RateLimit:TokenQuota",
                "--token-quota",
                0,
                long.MaxValue,
                o => o.RateLimit.TokenQuota,
                (o, value) => o.RateLimit.TokenQuota = value,
                "Tokens of an API key in all."
            ),
            Limit(
                "RateLimit:ConcurrentRequests",
                "--concurrent-requests",
                1,
                int.MaxValue,
                o => o.RateLimit.ConcurrentRequests,
                (o, value) => o.RateLimit.ConcurrentRequests = value,
                "Requests of an API key in service at once; more get a 429."
            ),
            Limit(
                "RateLimit:TotalConcurrentRequests",
                "--total-concurrent-requests",
                1,
                int.MaxValue,
                o => o.RateLimit.TotalConcurrentRequests,
                (o, value) => o.RateLimit.TotalConcurrentRequests = value,
                "Requests of all API keys in service at once; more get a 429."
            ),
        ];

    private static OptionSetting[] Faults() =>
        [
            Limit(
                "Overload:MaxInService",
                "--overload",
                1,
                int.MaxValue,
                o => o.Overload.MaxInService,
                (o, value) => o.Overload.MaxInService = value,
                "Requests in service at once; more get a 503 or 529: overloaded."
            ),
            new ListSetting<Outage>(
                "Outages",
                "--outage",
                OptionKinds.Outage,
                o => o.Outages.Clear(),
                (o, value) => o.Outages.Add(value),
                o => o.Outages.Select(OptionKinds.Outage.Write),
                "When all answers are errors: 10s+5s:503 is from 10s on for 5s, with 503."
            ),
            new ListSetting<FaultRule>(
                "Faults",
                "--fault",
                OptionKinds.Fault,
                o => o.Faults.Clear(),
                (o, value) => o.Faults.Add(value),
                o => o.Faults.Rules.Select(OptionKinds.Fault.Write),
                "What goes wrong, and for whom, such as status(500)@1%."
            ),
        ];

    private static ValueSetting<T?> Limit<T>(
        string key,
        string flag,
        T least,
        T most,
        Func<FakeProviderOptions, T?> get,
        Action<FakeProviderOptions, T?> set,
        string meaning
    )
        where T : struct, INumber<T> =>
        new(key, flag, OptionKinds.Limit(least, most), get, set, meaning);
}
