using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GatewayBench.ProvingGround;

/// <summary>Something has less room than the load needs.</summary>
internal static class LimitFaults
{
    public static IEnumerable<Fault> All =>
        [
            Fault.Of(
                "provider_limit",
                "provider_limit",
                (trial, dice) =>
                {
                    trial.Provider(o => o.RateLimit.RequestsPerMinute = dice.Count(1_500, 4_000));
                    trial.Set("Resilience:MaxRetries", "0");
                }
            ),
            Fault.Of(
                "gateway_limiter",
                "gateway_limiter",
                (trial, dice) =>
                {
                    trial.Set("Concurrency:MaxRequests", dice.Setting(8, 25));
                    trial.Set("Concurrency:MaxQueued", "0");
                }
            ),
            Fault.Of(
                "cache_memory",
                "cache_memory",
                (trial, dice) =>
                {
                    var entries = dice.Count(100, 400);
                    Prompts.Keep(trial);
                    trial.Set("Cache:MaxEntries", $"{entries}");
                    // A few subjects at first, and ever more of them.
                    trial.Scenario = Prompts.Cached(asked => 20 + asked / 4);
                    trial.Load = Trial.Ramp(2, 20);
                }
            ),
            Fault.Of(
                "outgoing_connections",
                "outgoing_connections",
                (trial, dice) => Connections(trial, dice.Count(3, 10))
            ),
            Fault.Of(
                "store_pool",
                "store_pool",
                (trial, dice) =>
                {
                    trial.Set("Store:MaxConnections", dice.Setting(2, 8));
                    trial.InFront(StoreHolder.HoldAsync);
                }
            ),
        ];

    private static void Connections(Trial trial, int most) =>
        trial.Services(services =>
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new FewConnections(most))
        );

    private sealed class FewConnections(int most) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(
            Action<HttpMessageHandlerBuilder> next
        ) =>
            builder =>
            {
                next(builder);
                if (builder.PrimaryHandler is SocketsHttpHandler sockets)
                {
                    sockets.MaxConnectionsPerServer = most;
                }
            };
    }
}
