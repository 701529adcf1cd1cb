using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Body</c>: how much a caller may send where an endpoint doesn't say otherwise.</summary>
internal sealed class BodyOptions
{
    public const string Section = "Body";

    /// <summary>Largest request body in bytes, 1 KB to 100 MB. Default 1 MB.</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    internal sealed class Validator : IValidateOptions<BodyOptions>
    {
        public ValidateOptionsResult Validate(string? name, BodyOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(MaxBytes)}",
                options.MaxBytes,
                1024,
                100 * 1024 * 1024
            );
            return failures.Build();
        }
    }

    internal sealed class Kestrel(IOptions<BodyOptions> body)
        : IConfigureOptions<KestrelServerOptions>
    {
        public void Configure(KestrelServerOptions options) =>
            options.Limits.MaxRequestBodySize = body.Value.MaxBytes;
    }
}
