using System.ClientModel;
using System.ClientModel.Primitives;
using GatewayBench;
using OpenAI;
using OpenAI.Chat;

namespace Gateway.Tests;

/// <summary>The real SDK, pointed at a gateway or straight at the provider behind it.</summary>
internal static class Providers
{
    public const string Model = "gpt-4o-mini";

    public static Task<FakeProvider> StartAsync(Action<FakeProviderOptions>? configure = null) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.None;
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken
        );

    public static TestGateway Gateway(FakeProvider provider, params (string, string)[] settings) =>
        new(
            new Uri(provider.BaseAddress, "v1").AbsoluteUri,
            [("OpenAI:Model", Model), ("Resilience:MaxRetries", "0"), .. settings]
        );

    /// <summary>Where SDKs are pointed.</summary>
    public static Uri ApiAddress(this HttpClient client) => new(client.BaseAddress!, "v1");

    public static OpenAIClient Sdk(Uri api, string key = "sk-any") =>
        new(
            new ApiKeyCredential(key),
            new OpenAIClientOptions
            {
                Endpoint = api,
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            }
        );

    public static ChatClient Chat(Uri api) => Sdk(api).GetChatClient(Model);
}
