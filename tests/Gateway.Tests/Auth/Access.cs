using System.Net.Http.Headers;

namespace Gateway.Tests;

/// <summary>Callers that tests let in, and how they show who they are.</summary>
internal static class Access
{
    public const string Password = "correct horse";

    public static readonly string ChatKey = ApiKeys.New();
    public static readonly string RunsKey = ApiKeys.New();

    /// <summary>User <c>ada</c>, key <c>chatter</c> for chats and key <c>runner</c> for runs.</summary>
    public static (string Key, string Value)[] On(params (string Key, string Value)[] more) =>
        [
            ("Auth:Enabled", "true"),
            ("Auth:Users:ada:PasswordHash", Passwords.Hash(Password)),
            ("Auth:Users:ada:Scopes", "chat runs"),
            ("Auth:ApiKeys:chatter:Hash", ApiKeys.Hash(ChatKey)),
            ("Auth:ApiKeys:chatter:Scopes", "chat"),
            ("Auth:ApiKeys:runner:Hash", ApiKeys.Hash(RunsKey)),
            ("Auth:ApiKeys:runner:Scopes", "runs"),
            .. more,
        ];

    public static HttpClient As(this HttpClient client, string? bearer)
    {
        client.DefaultRequestHeaders.Authorization = bearer is null
            ? null
            : new AuthenticationHeaderValue("Bearer", bearer);
        return client;
    }

    public static Task<HttpResponseMessage> LoginAsync(
        this HttpClient client,
        string user = "ada",
        string password = Password
    ) =>
        client.PostAsync(
            "/auth/login",
            TestGateway.Json($$"""{"user":"{{user}}","password":"{{password}}"}"""),
            TestContext.Current.CancellationToken
        );
}
