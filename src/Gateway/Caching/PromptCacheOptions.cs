using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Section <c>Cache</c>: which answers of the model are kept, where, and for how long. Answers are
/// kept as the provider gave them, unencrypted.
/// </summary>
internal sealed class PromptCacheOptions
{
    public const string Section = "Cache";

    /// <summary>Each caller has a cache of their own; runs, which nobody waits for, have none.</summary>
    public const string PerCaller = "caller";

    /// <summary>All callers share one: who asks the same gets the answer that another got.</summary>
    public const string Global = "global";

    /// <summary>Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary><c>caller</c> (default) or <c>global</c>.</summary>
    public string Scope { get; set; } = PerCaller;

    /// <summary>
    /// Highest temperature of a request whose answer is kept, 0 to 2. A request that names none counts
    /// as 1, the provider's own default. Default 0: only who asks for no variety gets a repetition.
    /// </summary>
    public double MaxTemperature { get; set; }

    /// <summary>How long an answer is kept in seconds, 1 to 604,800 (a week). Default 600.</summary>
    public int TtlSeconds { get; set; } = 600;

    /// <summary>Longest answer that is kept in bytes as stored, 1 KB to 16 MB. Default 256 KB.</summary>
    public int MaxAnswerBytes { get; set; } = 256 * 1024;

    /// <summary>Most answers in memory, 1 to 10,000,000. Default 10,000.</summary>
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>Most memory for answers in megabytes (2^20 bytes), 1 to 65,536. Default 64.</summary>
    public int MaxMegabytes { get; set; } = 64;

    /// <summary>
    /// <c>host:port</c> of the Redis that keeps the answers instead of this process. Its own settings
    /// (<c>maxmemory</c>) bound their number. Default none.
    /// </summary>
    public string Redis { get; set; } = "";

    /// <summary>Secret. Default none.</summary>
    public string RedisPassword { get; set; } = "";

    /// <summary>Whether Redis is spoken to over TLS, its certificate checked. Default false.</summary>
    public bool RedisTls { get; set; }

    /// <summary>Time for one call to Redis, connecting included, in milliseconds, 10 to 10,000. Default 250.</summary>
    public int RedisTimeoutMilliseconds { get; set; } = 250;

    /// <summary>Most connections to Redis, 1 to 1,000. Default 8.</summary>
    public int RedisConnections { get; set; } = 8;

    internal sealed class Validator : IValidateOptions<PromptCacheOptions>
    {
        public ValidateOptionsResult Validate(string? name, PromptCacheOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            if (options.Scope is not (PerCaller or Global))
            {
                failures.Refuse(Key(nameof(Scope)), options.Scope, $"{PerCaller} or {Global}");
            }
            if (options.MaxTemperature is not (>= 0 and <= 2))
            {
                failures.Refuse(
                    Key(nameof(MaxTemperature)),
                    $"{options.MaxTemperature}",
                    "a number from 0 to 2"
                );
            }
            RequireRange(nameof(TtlSeconds), options.TtlSeconds, 1, 604_800);
            RequireRange(nameof(MaxAnswerBytes), options.MaxAnswerBytes, 1024, 16 << 20);
            RequireRange(nameof(MaxEntries), options.MaxEntries, 1, 10_000_000);
            RequireRange(nameof(MaxMegabytes), options.MaxMegabytes, 1, 65_536);
            RequireRange(
                nameof(RedisTimeoutMilliseconds),
                options.RedisTimeoutMilliseconds,
                10,
                10_000
            );
            RequireRange(nameof(RedisConnections), options.RedisConnections, 1, 1_000);
            CheckRedis(options, failures);
            return failures.Build();

            void RequireRange(string property, int value, int min, int max) =>
                failures.RequireRange(Key(property), value, min, max);
        }

        private static void CheckRedis(
            PromptCacheOptions options,
            ValidateOptionsResultBuilder failures
        )
        {
            if (options.Redis.Length > 0 && RedisAddress.TryParse(options.Redis) is null)
            {
                failures.Refuse(
                    Key(nameof(Redis)),
                    // Before an @ is where people put passwords.
                    options.Redis.Contains('@', StringComparison.Ordinal)
                        ? "(hidden: it may hold a secret)"
                        : options.Redis,
                    "host:port, such as 127.0.0.1:6379, or nothing"
                );
            }
        }

        private static string Key(string property) => $"{Section}:{property}";
    }
}
