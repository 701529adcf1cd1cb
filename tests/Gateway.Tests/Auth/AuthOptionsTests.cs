namespace Gateway.Tests;

public sealed class AuthOptionsTests
{
    private static readonly string PasswordHash = Passwords.Hash("p");
    private static readonly string KeyHash = ApiKeys.Hash("k");

    [Fact]
    public void Callers_with_names_hashes_and_scopes_are_accepted() =>
        Assert.True(
            Of(("ada@example.com", PasswordHash, "chat runs"), ("ci", KeyHash, "chat")).Succeeded
        );

    [Theory]
    [InlineData(
        "",
        "Auth:Users:ada:Scopes is '': allowed is one or more of chat, runs, search, documents, separated by spaces."
    )]
    [InlineData(
        "chat admin",
        "Auth:Users:ada:Scopes is 'chat admin': allowed is one or more of chat, runs, search, documents, separated by spaces."
    )]
    public void Scopes_that_there_are_not_are_refused(string scopes, string failure) =>
        Assert.Equal([failure], Of(("ada", PasswordHash, scopes), null).Failures);

    [Theory]
    [InlineData("plain password")]
    [InlineData("")]
    [InlineData("QUJD")]
    public void What_is_no_hash_is_refused_and_not_shown(string hash)
    {
        var failures = Of(("ada", hash, "chat"), ("ci", hash, "chat")).Failures;

        Assert.Equal(
            [
                "Auth:Users:ada:PasswordHash is '(hidden)': allowed is what --hash password prints.",
                "Auth:ApiKeys:ci:Hash is '(hidden)': allowed is 64 hexadecimal digits, as --hash key prints them.",
            ],
            failures
        );
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("a b")]
    [InlineData("")]
    public void Names_that_could_be_mistaken_are_refused(string name)
    {
        var failure = Assert.Single(Of((name, PasswordHash, "chat"), null).Failures!);

        Assert.StartsWith(
            $"Auth:Users:{name} is '{name}': allowed is a name",
            failure,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_name_belongs_to_one_caller() =>
        Assert.Equal(
            ["Auth:ApiKeys:ada is 'ada': allowed is a name that no user has."],
            Of(("ada", PasswordHash, "chat"), ("ada", KeyHash, "chat")).Failures
        );

    private static Microsoft.Extensions.Options.ValidateOptionsResult Of(
        (string Name, string Hash, string Scopes) user,
        (string Name, string Hash, string Scopes)? key
    )
    {
        var options = new AuthOptions
        {
            Users =
            {
                [user.Name] = new() { PasswordHash = user.Hash, Scopes = user.Scopes },
            },
        };
        if (key is { } holder)
        {
            options.ApiKeys[holder.Name] = new() { Hash = holder.Hash, Scopes = holder.Scopes };
        }
        return new AuthOptionsValidator().Validate(null, options);
    }
}
