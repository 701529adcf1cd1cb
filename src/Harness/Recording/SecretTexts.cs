using System.Text.Json;

namespace GatewayBench;

/// <summary>Texts that nobody is to read in a report or a message, in each form that they are sent in.</summary>
internal sealed class SecretTexts
{
    private const string Instead = "[redacted]";

    private readonly string[] _forms;

    /// <param name="secrets">None of them empty.</param>
    public SecretTexts(IEnumerable<string> secrets) =>
        // The longest first: one may be a part of another.
        _forms = [
            .. secrets
                .SelectMany(Forms)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(form => form.Length),
        ];

    public static SecretTexts None { get; } = new([]);

    public string Redact(string text) =>
        _forms.Aggregate(
            text,
            (rest, form) => rest.Replace(form, Instead, StringComparison.Ordinal)
        );

    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            Uri.EscapeDataString(secret),
            JsonEncodedText.Encode(secret).Value,
            JsonEncodedText
                .Encode(
                    secret,
                    System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
                )
                .Value,
        ];
}
