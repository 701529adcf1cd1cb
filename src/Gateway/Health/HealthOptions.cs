using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Health</c>: how often and how patiently dependencies are probed.</summary>
internal sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>How long a probe's outcome counts as fresh, in seconds, 1 to 300. Default 5.</summary>
    public int CacheSeconds { get; set; } = 5;

    /// <summary>How long one probe may take, in seconds, 1 to 60. Default 2.</summary>
    public int TimeoutSeconds { get; set; } = 2;

    internal sealed class Validator : IValidateOptions<HealthOptions>
    {
        public ValidateOptionsResult Validate(string? name, HealthOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(CacheSeconds)}",
                options.CacheSeconds,
                1,
                300
            );
            failures.RequireRange(
                $"{Section}:{nameof(TimeoutSeconds)}",
                options.TimeoutSeconds,
                1,
                60
            );
            return failures.Build();
        }
    }
}
