using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Chat</c>: how much a caller may send.</summary>
internal sealed class ChatLimits
{
    public const string Section = "Chat";

    /// <summary>Longest message in UTF-16 characters, 1 to 1,000,000. Default 32,000.</summary>
    public int MaxMessageChars { get; set; } = 32_000;

    /// <summary>Largest request body in bytes, 1 KB to 10 MB. Default 64 KB.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    internal sealed class Validator : IValidateOptions<ChatLimits>
    {
        public ValidateOptionsResult Validate(string? name, ChatLimits options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(MaxMessageChars)}",
                options.MaxMessageChars,
                1,
                1_000_000
            );
            failures.RequireRange(
                $"{Section}:{nameof(MaxBodyBytes)}",
                options.MaxBodyBytes,
                1024,
                10 * 1024 * 1024
            );
            return failures.Build();
        }
    }
}
