using System.Text.Json;

namespace Gateway;

/// <summary>The body of <c>POST /auth/login</c>. Never to be logged or shown.</summary>
internal sealed record LoginRequest(string User, string Password)
{
    public const string Expected = "a JSON object with user and password";

    public static LoginRequest? Check(JsonElement body, IDictionary<string, string[]> errors)
    {
        if (!JsonFields.IsObject(body, errors))
        {
            return null;
        }
        var user = Required(body, "user", errors);
        var password = Required(body, "password", errors);
        return errors.Count > 0 ? null : new(user!, password!);
    }

    private static string? Required(
        JsonElement body,
        string field,
        IDictionary<string, string[]> errors
    )
    {
        var text = JsonFields.Text(body, field, errors);
        if (string.IsNullOrEmpty(text))
        {
            errors.TryAdd(field, [$"{field} is missing: a string that is not empty is expected."]);
        }
        return text;
    }

    // Else a record would print the password.
    public override string ToString() => nameof(LoginRequest);
}
