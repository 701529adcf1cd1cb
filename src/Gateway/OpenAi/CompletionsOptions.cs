using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Completions</c>: what callers of OpenAI's API may ask for.</summary>
internal sealed class CompletionsOptions
{
    public const string Section = "Completions";

    /// <summary>Names of models beside the provider's usual one. Default none.</summary>
    public IList<string> Models { get; } = [];

    /// <summary>Largest request body in bytes, 1 KB to 100 MB. Default 1 MB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    internal sealed class Validator : IValidateOptions<CompletionsOptions>
    {
        public ValidateOptionsResult Validate(string? name, CompletionsOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(
                $"{Section}:{nameof(MaxBodyBytes)}",
                options.MaxBodyBytes,
                1024,
                100 * 1024 * 1024
            );
            for (var i = 0; i < options.Models.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(options.Models[i]))
                {
                    failures.Refuse(
                        $"{Section}:{nameof(Models)}:{i}",
                        options.Models[i],
                        "the name of a model, such as gpt-4o"
                    );
                }
            }
            return failures.Build();
        }
    }
}
