using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Lifetime</c>: how the gateway stops.</summary>
internal sealed class LifetimeOptions
{
    public const string Section = "Lifetime";

    // What is left to say goodbye in, and to close what nobody closes.
    private const int GraceSeconds = 5;

    /// <summary>
    /// How long it goes on as before once it has been told to stop and says so at
    /// <c>/health/ready</c>, in seconds, 0 to 300: for load balancers that need a while to notice.
    /// Default 0.
    /// </summary>
    public int NoticeSeconds { get; set; }

    /// <summary>
    /// How long requests in flight may take from then on, in seconds, 1 to 3,600. Whatever hasn't
    /// ended is told to, and cut off 5 s later. Default 30.
    /// </summary>
    public int DrainSeconds { get; set; } = 30;

    internal sealed class Validator : IValidateOptions<LifetimeOptions>
    {
        public ValidateOptionsResult Validate(string? name, LifetimeOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(NoticeSeconds)}",
                options.NoticeSeconds,
                0,
                300
            );
            failures.RequireRange(
                $"{Section}:{nameof(DrainSeconds)}",
                options.DrainSeconds,
                1,
                3600
            );
            return failures.Build();
        }
    }

    internal sealed class Shutdown(IOptions<LifetimeOptions> lifetime)
        : IConfigureOptions<HostOptions>
    {
        public void Configure(HostOptions options) =>
            options.ShutdownTimeout = TimeSpan.FromSeconds(
                lifetime.Value.NoticeSeconds + lifetime.Value.DrainSeconds + GraceSeconds
            );
    }
}
