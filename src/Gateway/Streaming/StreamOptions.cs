using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Streaming</c>: how answers that come as server-sent events are kept open.</summary>
internal sealed class StreamOptions
{
    public const string Section = "Streaming";

    /// <summary>
    /// After how many seconds without an event a comment is sent, so that nobody on the way takes the
    /// stream for dead, 1 to 600. Default 15.
    /// </summary>
    public int KeepAliveSeconds { get; set; } = 15;

    internal sealed class Validator : IValidateOptions<StreamOptions>
    {
        public ValidateOptionsResult Validate(string? name, StreamOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(KeepAliveSeconds)}",
                options.KeepAliveSeconds,
                1,
                600
            );
            return failures.Build();
        }
    }
}
