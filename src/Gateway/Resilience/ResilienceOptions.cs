using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Resilience</c>: how often the provider is asked again, and when not at all.</summary>
internal sealed class ResilienceOptions
{
    public const string Section = "Resilience";

    /// <summary>
    /// How often a call that failed is tried again, 0 to 10. Default 2. Changing to another key is no
    /// retry, but counts for <see cref="MaxAmplification"/>.
    /// </summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// Requests to the provider per call, at most, over all calls since the start: 1 to 10. Default 2. A
    /// call's own first request is always sent.
    /// </summary>
    public double MaxAmplification { get; set; } = 2;

    /// <summary>
    /// How many retries that calls did not need may be saved up for others, 1 to 100,000. Default 100.
    /// </summary>
    public int MaxSavedRetries { get; set; } = 100;

    /// <summary>First back-off in milliseconds, 1 to 60,000. It doubles with each retry. Default 500.</summary>
    public int BaseDelayMilliseconds { get; set; } = 500;

    /// <summary>
    /// Longest wait that the provider may ask for, in seconds, 1 to 600. Default 10. If it asks for more,
    /// its 429 is passed on at once.
    /// </summary>
    public int MaxRetryAfterSeconds { get; set; } = 10;

    /// <summary>
    /// Time for all attempts and the waits between them in seconds, to the whole answer or the first
    /// chunk of a streamed one, 1 to 3,600. Default 120.
    /// </summary>
    public int TotalTimeoutSeconds { get; set; } = 120;

    /// <summary>
    /// How long a key is set aside that was rejected or has used up its quota, in seconds, 1 to 86,400.
    /// Default 60.
    /// </summary>
    public int RejectedKeySeconds { get; set; } = 60;

    /// <summary>
    /// Share of failed attempts from which the circuit breaker opens, above 0 and up to 1. Default 0.5.
    /// Rate limits and rejections are no failures to it.
    /// </summary>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>Attempts that the share needs to count, 2 to 100,000. Default 20.</summary>
    public int BreakerMinAttempts { get; set; } = 20;

    /// <summary>The stretch of time that it is taken over in seconds, 1 to 600. Default 30.</summary>
    public int BreakerWindowSeconds { get; set; } = 30;

    /// <summary>How long the breaker stays open before it lets one call try, in seconds, 1 to 600. Default 10.</summary>
    public int BreakSeconds { get; set; } = 10;

    /// <summary>Seed of the waits' jitter, or none for another one in each process. Default none.</summary>
    public int? JitterSeed { get; set; }

    internal sealed class Validator : IValidateOptions<ResilienceOptions>
    {
        public ValidateOptionsResult Validate(string? name, ResilienceOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            foreach (var (key, value, min, max) in WholeNumbers(options))
            {
                failures.RequireRange($"{Section}:{key}", value, min, max);
            }
            if (options.MaxAmplification is not (>= 1 and <= 10))
            {
                failures.Refuse(
                    $"{Section}:{nameof(MaxAmplification)}",
                    FormattableString.Invariant($"{options.MaxAmplification}"),
                    "a number from 1 to 10"
                );
            }
            if (options.BreakerFailureRatio is not (> 0 and <= 1))
            {
                failures.Refuse(
                    $"{Section}:{nameof(BreakerFailureRatio)}",
                    FormattableString.Invariant($"{options.BreakerFailureRatio}"),
                    "a number above 0 and up to 1"
                );
            }
            return failures.Build();
        }

        private static (string Key, int Value, int Min, int Max)[] WholeNumbers(
            ResilienceOptions o
        ) =>
            [
                (nameof(o.MaxRetries), o.MaxRetries, 0, 10),
                (nameof(o.MaxSavedRetries), o.MaxSavedRetries, 1, 100_000),
                (nameof(o.BaseDelayMilliseconds), o.BaseDelayMilliseconds, 1, 60_000),
                (nameof(o.MaxRetryAfterSeconds), o.MaxRetryAfterSeconds, 1, 600),
                (nameof(o.TotalTimeoutSeconds), o.TotalTimeoutSeconds, 1, 3_600),
                (nameof(o.RejectedKeySeconds), o.RejectedKeySeconds, 1, 86_400),
                (nameof(o.BreakerMinAttempts), o.BreakerMinAttempts, 2, 100_000),
                (nameof(o.BreakerWindowSeconds), o.BreakerWindowSeconds, 1, 600),
                (nameof(o.BreakSeconds), o.BreakSeconds, 1, 600),
            ];
    }
}
