using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Guardrail</c>: what must not leave in an answer.</summary>
internal sealed class GuardrailOptions
{
    public const string Section = "Guardrail";
    public const string Redact = "redact";
    public const string Block = "block";

    /// <summary>Whether answers are looked at. Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>
    /// What happens to a match: <c>redact</c> puts <c>[redacted rule]</c> in its place,
    /// <c>block</c> ends the answer before it, with <see cref="BlockedText"/> and the finish reason
    /// <c>content_filter</c>; one that is not streamed is replaced as a whole. Default <c>redact</c>.
    /// </summary>
    public string Action { get; set; } = Redact;

    /// <summary>
    /// Built-in rules: <c>card_number</c>, <c>api_key</c>, <c>email</c>. Default none named: then all
    /// of them.
    /// </summary>
    public string[] BuiltIn { get; set; } = [];

    /// <summary>Own rules: a name and what <see cref="PatternParser"/> reads. Default none.</summary>
    public Dictionary<string, string> Patterns { get; set; } = [];

    /// <summary>What a blocked answer says. Default <c>This answer was withheld.</c></summary>
    public string BlockedText { get; set; } = "This answer was withheld.";

    /// <summary>
    /// Time for one search in milliseconds, 1 to 10,000. One that takes longer blocks the answer.
    /// Default 1,000.
    /// </summary>
    public int SearchTimeoutMs { get; set; } = 1_000;

    /// <summary>The rules in the order in which they win where several match at one place.</summary>
    /// <exception cref="FormatException">A pattern is not allowed.</exception>
    public IReadOnlyList<GuardrailRule> CreateRules()
    {
        var timeout = TimeSpan.FromMilliseconds(SearchTimeoutMs);
        return
        [
            .. Patterns.Select(own => new GuardrailRule(own.Key, own.Value, timeout)),
            .. (BuiltIn.Length == 0 ? BuiltInRules.Names : BuiltIn).Select(name =>
                BuiltInRules.Create(name, timeout)
            ),
        ];
    }

    internal sealed class Validator : IValidateOptions<GuardrailOptions>
    {
        public ValidateOptionsResult Validate(string? name, GuardrailOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            if (options.Action is not (Redact or Block))
            {
                failures.Refuse(Key(nameof(Action)), options.Action, $"{Redact} or {Block}");
            }
            foreach (var rule in options.BuiltIn.Except(BuiltInRules.Names))
            {
                failures.Refuse(
                    Key(nameof(BuiltIn)),
                    rule,
                    $"any of {string.Join(", ", BuiltInRules.Names)}"
                );
            }
            foreach (var (rule, pattern) in options.Patterns)
            {
                CheckPattern($"{Key(nameof(Patterns))}:{rule}", pattern, failures);
            }
            failures.RequireRange(Key(nameof(SearchTimeoutMs)), options.SearchTimeoutMs, 1, 10_000);
            return failures.Build();
        }

        private static void CheckPattern(
            string key,
            string pattern,
            ValidateOptionsResultBuilder failures
        )
        {
            try
            {
                _ = new GuardrailRule(key, pattern, TimeSpan.FromSeconds(1));
            }
            catch (FormatException e)
            {
                failures.AddError($"{key} is '{pattern}', which cannot be a pattern: {e.Message}.");
            }
        }

        private static string Key(string property) => $"{Section}:{property}";
    }
}
