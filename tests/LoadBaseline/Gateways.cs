using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace GatewayBench.LoadBaseline;

/// <summary>
/// The sample gateway, each time with the provider and the settings that some rows need. Callers are
/// neither asked who they are nor limited, but where that is what a row is about.
/// </summary>
internal sealed class Gateways(ulong seed) : IAsyncDisposable
{
    public const string User = "load";

    /// <summary>For nobody but gateways that end with the run.</summary>
    public const string Password = "load-test";

    /// <summary>Likewise.</summary>
    public const string ApiKey = "gw-load-test";

    /// <summary>Not the name of a user, whose limits it would share.</summary>
    private const string Key = "load-key";

    private const string Unlimited = "100000000";

    /// <summary>As many as a gateway may be told to allow: the load decides, not the gateway.</summary>
    private const string MostRequests = "1000000";

    /// <summary>100 requests a second once the bucket is empty: far below what the gateway can ask for.</summary>
    private const int RequestsPerMinute = 6_000;

    private readonly List<IAsyncDisposable> _parts = [];
    private readonly Dictionary<string, GatewayHost<Program>> _gateways = [];
    private DirectoryInfo? _corpora;

    /// <summary>Provider latency zero: what is measured is the gateway's own cost.</summary>
    public Task<GatewayHost<Program>> InstantAsync() => GetAsync("instant", Instant);

    /// <summary>The fake's default latency tail.</summary>
    public Task<GatewayHost<Program>> TailedAsync() => GetAsync("tailed", _ => { });

    /// <summary>Provider latency zero, beyond the provider's rate limit, which nothing hides.</summary>
    public Task<GatewayHost<Program>> RateLimitedAsync() =>
        GetAsync(
            "rate-limited",
            o =>
            {
                Instant(o);
                o.RateLimit.RequestsPerMinute = RequestsPerMinute;
            },
            ("Resilience:MaxRetries", "0")
        );

    /// <summary>A token each 20 ms, 20 of them, after 100 ms.</summary>
    public Task<GatewayHost<Program>> StreamingAsync() =>
        GetAsync(
            "streaming",
            o =>
            {
                o.Latency = Delay.Fixed("100ms");
                o.TokenGap = Delay.Fixed("20ms");
                o.ReplyTokens = 20;
            }
        );

    /// <summary>Provider latency zero, and prompts of any length.</summary>
    public Task<GatewayHost<Program>> RoomyAsync() =>
        GetAsync(
            "roomy",
            Instant,
            ("Chat:MaxMessageChars", "1000000"),
            ("Chat:MaxBodyBytes", "4194304"),
            ("Body:MaxBytes", "4194304")
        );

    /// <summary>As instant, with callers who have to say who they are.</summary>
    public Task<GatewayHost<Program>> AskingAsync() =>
        GetAsync(
            "asking",
            Instant,
            ("Auth:Enabled", "true"),
            // Logins under way count as failed ones until they are known to be none.
            ("Auth:FailedLoginsPerMinute", "1000000"),
            (
                $"Auth:Users:{User}:PasswordHash",
                new PasswordHasher<string>().HashPassword("", Password)
            ),
            ($"Auth:Users:{User}:Scopes", "chat runs"),
            ($"Auth:ApiKeys:{Key}:Hash", HashOf(ApiKey)),
            ($"Auth:ApiKeys:{Key}:Scopes", "chat runs")
        );

    /// <summary>As instant, with a rate limit that counts every request and refuses none.</summary>
    public Task<GatewayHost<Program>> LimitedAsync() =>
        GetAsync(
            "limiter",
            Instant,
            ("RateLimit:Enabled", "true"),
            ("RateLimit:Requests", Unlimited),
            ("RateLimit:PerIdentity", Unlimited)
        );

    /// <summary>As instant, with the output guardrail.</summary>
    public Task<GatewayHost<Program>> GuardrailedAsync() =>
        GetAsync("guardrail", Instant, ("Guardrail:Enabled", "true"));

    /// <summary>As instant, with documents to search by their words.</summary>
    public Task<GatewayHost<Program>> SearchingAsync(int documents) =>
        GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"search-{documents}"),
            Instant,
            ("Search:Embeddings", "false"),
            ("Search:Corpus", CorpusOf(documents))
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts))
        {
            await part.DisposeAsync();
        }
        _corpora?.Delete(recursive: true);
    }

    private static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static void Instant(FakeProviderOptions options) => options.Latency = Delay.None;

    private async Task<GatewayHost<Program>> GetAsync(
        string name,
        Action<FakeProviderOptions> configure,
        params (string Key, string Value)[] settings
    )
    {
        if (!_gateways.TryGetValue(name, out var gateway))
        {
            gateway = _gateways[name] = await AddAsync(configure);
            foreach (var (key, value) in settings)
            {
                gateway.UseSetting(key, value);
            }
        }
        return gateway;
    }

    private async Task<GatewayHost<Program>> AddAsync(Action<FakeProviderOptions> configure)
    {
        var provider = await FakeProvider.StartAsync(o =>
        {
            o.Seed = seed;
            configure(o);
        });
        var gateway = new GatewayHost<Program>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .Watch("Gateway")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false")
            .UseSetting("Concurrency:MaxRequests", MostRequests);
        _parts.AddRange([provider, gateway]);
        return gateway;
    }

    private string CorpusOf(int documents)
    {
        _corpora ??= Directory.CreateTempSubdirectory("corpora-");
        var path = Path.Combine(
            _corpora.FullName,
            string.Create(CultureInfo.InvariantCulture, $"{documents}.jsonl")
        );
        Corpus.Write(path, documents, seed);
        return path;
    }
}
