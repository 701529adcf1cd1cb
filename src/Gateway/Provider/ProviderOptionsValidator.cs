using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Refuses settings that could only fail later, and never shows the key.</summary>
internal sealed class ProviderOptionsValidator : IValidateOptions<ProviderOptions>
{
    public ValidateOptionsResult Validate(string? name, ProviderOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        CheckEndpoint(options, failures);
        CheckKeys(options, failures);
        CheckModel(nameof(options.Model), options.Model, "gpt-4o-mini", failures);
        CheckModel(
            nameof(options.EmbeddingModel),
            options.EmbeddingModel,
            "text-embedding-3-small",
            failures
        );
        failures.RequireRange(Key(nameof(options.TimeoutSeconds)), options.TimeoutSeconds, 1, 600);
        failures.RequireRange(
            Key(nameof(options.StreamIdleSeconds)),
            options.StreamIdleSeconds,
            1,
            600
        );
        return failures.Build();
    }

    private static void CheckEndpoint(
        ProviderOptions options,
        ValidateOptionsResultBuilder failures
    )
    {
        if (Parse(options.Endpoint) is { } uri && IsPlainHttp(uri))
        {
            return;
        }
        // User, query and fragment are where people put keys.
        var shown = options.Endpoint.AsSpan().ContainsAny('@', '?', '#')
            ? "(hidden: it may hold a secret)"
            : options.Endpoint;
        failures.Refuse(
            Key(nameof(options.Endpoint)),
            shown,
            "an absolute http or https address without user, query or fragment, "
                + "such as https://api.openai.com/v1"
        );
    }

    private static void CheckKeys(ProviderOptions options, ValidateOptionsResultBuilder failures)
    {
        var key = Key(nameof(options.ApiKey));
        if (options.Keys.Count == 0 && Parse(options.Endpoint) is not { IsLoopback: true })
        {
            failures.AddError(
                $"{key} is empty: allowed is an API key (environment variable OpenAI__ApiKey), or "
                    + $"an empty one if {Key(nameof(options.Endpoint))} is a loopback address."
            );
        }
        CheckKey(key, options.ApiKey, failures);
        foreach (var (place, more) in options.ApiKeys.Index())
        {
            CheckKey($"{Key(nameof(options.ApiKeys))}:{place}", more, failures);
        }
    }

    private static void CheckKey(string name, string key, ValidateOptionsResultBuilder failures)
    {
        if (key.Any(c => c is <= ' ' or > '~'))
        {
            failures.AddError(
                $"{name} is '(hidden)': allowed are printable ASCII characters without spaces."
            );
        }
    }

    private static void CheckModel(
        string property,
        string model,
        string example,
        ValidateOptionsResultBuilder failures
    )
    {
        if (string.IsNullOrWhiteSpace(model))
        {
            failures.Refuse(Key(property), model, $"the name of a model, such as {example}");
        }
    }

    private static Uri? Parse(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? uri : null;

    private static bool IsPlainHttp(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0;

    private static string Key(string property) => $"{ProviderOptions.Section}:{property}";
}
