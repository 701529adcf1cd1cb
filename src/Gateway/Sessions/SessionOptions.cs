using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Sessions</c>: how much of a conversation goes back to the model.</summary>
internal sealed class SessionOptions
{
    public const string Section = "Sessions";

    /// <summary>
    /// Most messages of the past that are sent along with a new one, 0 to 1,000. Default 20. Only
    /// whole turns are: an odd number counts as one less.
    /// </summary>
    public int WindowMessages { get; set; } = 20;

    internal sealed class Validator : IValidateOptions<SessionOptions>
    {
        public ValidateOptionsResult Validate(string? name, SessionOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(WindowMessages)}",
                options.WindowMessages,
                0,
                1000
            );
            return failures.Build();
        }
    }
}
