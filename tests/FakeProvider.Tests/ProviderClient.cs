using System.Text;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>A provider and a plain HTTP client to it, without any SDK in between.</summary>
internal sealed class ProviderClient : IAsyncDisposable
{
    public const string ChatPath = "v1/chat/completions";

    private ProviderClient(FakeProvider provider)
    {
        Provider = provider;
        Http = new HttpClient { BaseAddress = provider.BaseAddress };
    }

    public FakeProvider Provider { get; }

    public HttpClient Http { get; }

    /// <summary>Without latency, unless the options say otherwise.</summary>
    public static async Task<ProviderClient> StartAsync(
        Action<FakeProviderOptions>? configure = null
    ) =>
        new(
            await FakeProvider.StartAsync(
                options =>
                {
                    options.Latency = Delay.None;
                    configure?.Invoke(options);
                },
                TestContext.Current.CancellationToken
            )
        );

    /// <summary>Likewise, with limits on a clock that the test moves.</summary>
    public static Task<ProviderClient> StartLimitedAsync(
        TimeProvider clock,
        int? requestsPerMinute,
        int? tokensPerMinute
    ) =>
        StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.RateLimit.RequestsPerMinute = requestsPerMinute;
            options.RateLimit.TokensPerMinute = tokensPerMinute;
        });

    public static string Body(string content, int? maxTokens = null) =>
        JsonSerializer.Serialize(
            new
            {
                model = "gpt-4o",
                messages = new[] { new { role = "user", content } },
                max_tokens = maxTokens,
            }
        );

    public Task<HttpResponseMessage> AskAsync(string content, int? maxTokens = null) =>
        PostAsync(ChatPath, Body(content, maxTokens));

    public Task<HttpResponseMessage> PostAsync(string path, string body) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body));

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body) =>
        Http.PostAsync(path, new ByteArrayContent(body), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Provider.DisposeAsync();
    }
}
