using System.Net;

namespace GatewayBench;

internal static partial class OptionTable
{
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
            Limit(
                "Slots",
                "--slots",
                1,
                int.MaxValue,
                o => o.Slots,
                (o, value) => o.Slots = value,
                "Requests in service at once; the others wait."
            ),
            Limit(
                "MostWaiting",
                "--most-waiting",
                0,
                int.MaxValue,
                o => o.MostWaiting,
                (o, value) => o.MostWaiting = value,
                "Requests that may wait for a slot; beyond, the answer is a 503."
            ),
        ];
}
