using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Concurrency</c>: how many requests are served at once; a stream is one while it lasts.</summary>
internal sealed class ConcurrencyOptions
{
    public const string Section = "Concurrency";

    /// <summary>1 to 1,000,000. Default 5,000.</summary>
    public int MaxRequests { get; set; } = 5_000;

    /// <summary>Requests that wait for their turn, 0 to 1,000,000. Default 1,000.</summary>
    public int MaxQueued { get; set; } = 1_000;

    internal sealed class Validator : IValidateOptions<ConcurrencyOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConcurrencyOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(MaxRequests)}",
                options.MaxRequests,
                1,
                1_000_000
            );
            failures.RequireRange(
                $"{Section}:{nameof(MaxQueued)}",
                options.MaxQueued,
                0,
                1_000_000
            );
            return failures.Build();
        }
    }
}
