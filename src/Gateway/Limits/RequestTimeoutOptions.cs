using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>RequestTimeout</c>: how long a request may take.</summary>
internal sealed class RequestTimeoutOptions
{
    public const string Section = "RequestTimeout";

    /// <summary>Until the answer begins, in seconds, 1 to 3,600. Streams and sockets lift it. Default 120.</summary>
    public int Seconds { get; set; } = 120;

    internal sealed class Validator : IValidateOptions<RequestTimeoutOptions>
    {
        public ValidateOptionsResult Validate(string? name, RequestTimeoutOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange($"{Section}:{nameof(Seconds)}", options.Seconds, 1, 3600);
            return failures.Build();
        }
    }
}
