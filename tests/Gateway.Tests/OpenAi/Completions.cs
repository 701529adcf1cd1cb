using System.Text.Json;

namespace Gateway.Tests;

/// <summary>Calls of the gateway's completions as bare HTTP.</summary>
internal static class Completions
{
    public const string Messages = """[{"role":"user","content":"Hi"}]""";

    public static string Request(bool stream = false) =>
        $$"""{"model":"gpt-4o-mini","messages":{{Messages}},"stream":{{(stream ? "true" : "false")}}}""";

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, string body) =>
        client.PostAsync(
            "/v1/chat/completions",
            TestGateway.Json(body),
            TestContext.Current.CancellationToken
        );

    public static async Task<JsonElement> ErrorAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = (await response.JsonAsync()).GetProperty("error");
        Assert.Equal(
            ["message", "type", "param", "code"],
            error.EnumerateObject().Select(field => field.Name)
        );
        return error;
    }
}
