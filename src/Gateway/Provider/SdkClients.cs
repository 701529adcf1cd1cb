using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Gateway;

/// <summary>OpenAI's SDK, one client for each key, all over one HTTP client.</summary>
internal sealed class SdkClients(IHttpClientFactory http, IOptions<ProviderOptions> provider)
{
    // The SDK insists on a key where a local server needs none.
    private const string KeyForKeyless = "none";

    /// <summary>In the order of the keys; at least one.</summary>
    public IReadOnlyList<OpenAIClient> All { get; } =
        Create(provider.Value, http.CreateClient(ProviderSetup.HttpClientName));

    private static OpenAIClient[] Create(ProviderOptions provider, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = provider.BaseAddress,
            Transport = new SdkTransport(http),
            // Its retries know neither budget nor cap; ours are outside of it.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        return
        [
            .. provider
                .Keys.DefaultIfEmpty(KeyForKeyless)
                .Select(key => new OpenAIClient(new ApiKeyCredential(key), options)),
        ];
    }
}
