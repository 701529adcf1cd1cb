using System.Buffers;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Refuses callers that could never get in or would be mistaken for others, and shows no hash.</summary>
internal sealed class AuthOptionsValidator : IValidateOptions<AuthOptions>
{
    private const int MaxNameChars = 64;

    private static readonly SearchValues<char> NameChars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.@"
    );

    private static readonly string AllowedScopes =
        $"one or more of {string.Join(", ", Scopes.All)}, separated by spaces";

    public ValidateOptionsResult Validate(string? name, AuthOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        failures.RequireRange(Key(nameof(options.TokenSeconds)), options.TokenSeconds, 60, 86_400);
        failures.RequireRange(
            Key(nameof(options.FailedLoginsPerMinute)),
            options.FailedLoginsPerMinute,
            1,
            1_000_000
        );
        foreach (var (user, settings) in options.Users)
        {
            var key = $"{Key(nameof(options.Users))}:{user}";
            CheckCaller(failures, key, user, settings.Scopes);
            if (!Passwords.IsHash(settings.PasswordHash))
            {
                failures.Refuse(
                    $"{key}:{nameof(settings.PasswordHash)}",
                    "(hidden)",
                    "what --hash password prints"
                );
            }
        }
        foreach (var (holder, settings) in options.ApiKeys)
        {
            var key = $"{Key(nameof(options.ApiKeys))}:{holder}";
            CheckCaller(failures, key, holder, settings.Scopes);
            if (!ApiKeys.IsHash(settings.Hash))
            {
                failures.Refuse(
                    $"{key}:{nameof(settings.Hash)}",
                    "(hidden)",
                    "64 hexadecimal digits, as --hash key prints them"
                );
            }
            // Callers own sessions and runs by name.
            if (options.Users.ContainsKey(holder))
            {
                failures.Refuse(key, holder, "a name that no user has");
            }
        }
        return failures.Build();
    }

    private static void CheckCaller(
        ValidateOptionsResultBuilder failures,
        string key,
        string name,
        string scopes
    )
    {
        if (
            name is { Length: 0 or > MaxNameChars } or Caller.Anonymous
            || name.AsSpan().ContainsAnyExcept(NameChars)
        )
        {
            failures.Refuse(
                key,
                Quoted.Truncate(name),
                $"a name of 1 to {MaxNameChars} of A-Z, a-z, 0-9, _, -, . and @ "
                    + $"other than {Caller.Anonymous}"
            );
        }
        var named = Scopes.Split(scopes);
        if (named.Length == 0 || named.Except(Scopes.All).Any())
        {
            failures.Refuse($"{key}:{nameof(UserOptions.Scopes)}", scopes, AllowedScopes);
        }
    }

    private static string Key(string property) => $"{AuthOptions.Section}:{property}";
}
