using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway;

/// <summary>The error in a provider's answer, as OpenAI's API has it.</summary>
internal sealed partial class ProviderErrorBody
{
    private const int MaxNameChars = 100;

    private static readonly string[] OfQuota =
    [
        "insufficient_quota",
        "billing_hard_limit_reached",
        "billing_not_active",
    ];

    private static readonly string[] OfCredentials =
    [
        "invalid_api_key",
        "authentication_error",
        "permission_error",
        "invalid_organization",
        "account_deactivated",
    ];

    private readonly string? _type;
    private readonly string? _code;

    private ProviderErrorBody(JsonElement error)
    {
        _type = TextOf(error, "type");
        _code = TextOf(error, "code");
        Refusal = new(
            NameIn(_code, CodeForm()),
            NameIn(TextOf(error, "param"), ParamForm()),
            TextOf(error, "message")
        );
    }

    /// <summary>Whether a quota is used up that no waiting refills.</summary>
    public bool IsAboutQuota => Says(OfQuota);

    /// <summary>Whether the gateway's key is wrong, which some say with another status than 401.</summary>
    public bool IsAboutCredentials => Says(OfCredentials);

    public ProviderRefusal Refusal { get; }

    /// <returns>Null if there is none.</returns>
    public static ProviderErrorBody? Read(PipelineResponse? response)
    {
        if (response is null)
        {
            return null;
        }
        try
        {
            using var body = JsonDocument.Parse(response.Content);
            return new ProviderErrorBody(body.RootElement.GetProperty("error"));
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private bool Says(string[] words) => words.Contains(_code) || words.Contains(_type);

    private static string? TextOf(JsonElement error, string field) =>
        error.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    // What has another form is no name, and might be anything.
    private static string? NameIn(string? text, Regex form) =>
        text is { Length: <= MaxNameChars } && form.IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\z")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^[a-z_]+(\.[a-z_]+|\[[0-9]{1,6}\])*\z")]
    private static partial Regex ParamForm();
}
