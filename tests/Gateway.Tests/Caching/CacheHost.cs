using System.Security.Claims;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

/// <summary>The prompt cache alone, in front of a scripted model, on a clock that the test moves.</summary>
internal sealed class CacheHost : IDisposable
{
    private readonly MeterReader _meters = new();
    private readonly RedisClient? _redis;
    private readonly HttpContextAccessor _callers = new HttpContextAccessor();

    public CacheHost(PromptCacheOptions? options = null, RedisDoor? door = null)
    {
        var cache = Options.Create(options ?? new());
        var metrics = new PromptCacheMetrics(_meters.Factory);
        if (door is not null)
        {
            _redis = new(door, cache.Value, new(_meters.Factory), Clock, NullLogger.Instance);
        }
        Client = new CachedChatClient(
            Model,
            new PromptKeys(cache, Options.Create(new ProviderOptions()), _callers),
            _redis is null
                ? new MemoryAnswerStore(cache, Clock, metrics)
                : new RedisAnswerStore(_redis, cache, metrics),
            metrics,
            cache
        );
        Caller = "ann";
    }

    public CannedModel Model { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public IChatClient Client { get; }

    /// <summary>Whose request is served; null outside of any.</summary>
    public string? Caller
    {
        set =>
            _callers.HttpContext = value is null
                ? null
                : new DefaultHttpContext
                {
                    User = new(new ClaimsIdentity([new(ClaimTypes.Name, value)], "test")),
                };
    }

    public async Task<string> AskAsync(string prompt = "Hi", float? temperature = 0) =>
        (
            await Client.GetResponseAsync(
                prompt,
                new() { Temperature = temperature },
                TestContext.Current.CancellationToken
            )
        ).Text;

    public async Task<List<ChatResponseUpdate>> StreamAsync(string prompt = "Hi") =>
        await Client
            .GetStreamingResponseAsync(
                prompt,
                new() { Temperature = 0 },
                TestContext.Current.CancellationToken
            )
            .ToListAsync(TestContext.Current.CancellationToken);

    public double Requests(string result) =>
        Read().Named("gateway_cache_requests_total", ("result", result)).Sum(s => s.Value);

    public Exposition Read() => _meters.Read();

    public void Dispose()
    {
        Client.Dispose();
        _redis?.Dispose();
        _meters.Dispose();
    }
}
