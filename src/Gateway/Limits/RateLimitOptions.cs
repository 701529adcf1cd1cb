using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>RateLimit</c>: how many requests are let through in a window of time.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Default on.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Requests of all callers together, 1 to 100,000,000. Default 600.</summary>
    public int Requests { get; set; } = 600;

    /// <summary>
    /// Requests of each caller, 1 to 100,000,000. Who is not known by name is known by address.
    /// Default 300.
    /// </summary>
    public int PerIdentity { get; set; } = 300;

    /// <summary>
    /// Requests of all without a name together, while callers have to say who they are, 1 to
    /// 100,000,000: they take nothing from those with one. Default 600.
    /// </summary>
    public int Anonymous { get; set; } = 600;

    /// <summary>The window in seconds, 1 to 86,400. Default 60.</summary>
    public int WindowSeconds { get; set; } = 60;

    /// <summary>
    /// Callers that are told apart within a window, 1 to 1,000,000; more share one limit.
    /// Default 10,000.
    /// </summary>
    public int MaxIdentities { get; set; } = 10_000;

    internal sealed class Validator : IValidateOptions<RateLimitOptions>
    {
        private const int MostRequests = 100_000_000;

        public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            Require(nameof(Requests), options.Requests, MostRequests);
            Require(nameof(PerIdentity), options.PerIdentity, MostRequests);
            Require(nameof(Anonymous), options.Anonymous, MostRequests);
            Require(nameof(WindowSeconds), options.WindowSeconds, 86_400);
            Require(nameof(MaxIdentities), options.MaxIdentities, 1_000_000);
            return failures.Build();

            void Require(string property, int value, int most) =>
                failures.RequireRange($"{Section}:{property}", value, 1, most);
        }
    }
}
