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

    /// <summary>
    /// Requests of one caller that are served or wait, 1 to 1,000,000. Default 2,500. Doesn't count
    /// while nobody has to say who they are.
    /// </summary>
    public int MaxPerCaller { get; set; } = 2_500;

    internal sealed class Validator : IValidateOptions<ConcurrencyOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConcurrencyOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            Require(nameof(MaxRequests), options.MaxRequests, 1);
            Require(nameof(MaxQueued), options.MaxQueued, 0);
            Require(nameof(MaxPerCaller), options.MaxPerCaller, 1);
            return failures.Build();

            void Require(string property, int value, int least) =>
                failures.RequireRange($"{Section}:{property}", value, least, 1_000_000);
        }
    }
}
