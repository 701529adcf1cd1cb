using System.Net.Http.Json;
using System.Text.Json;

namespace Gateway.Tests;

/// <summary>The few things that tests say to a gateway, and how they read its answers.</summary>
internal static class Talk
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> ChatAsync(
        this HttpClient client,
        string body = """{"message":"Hi"}"""
    ) => client.PostAsync("/api/chat", TestGateway.Json(body), Cancelled);

    public static Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);

    /// <summary>The problem that an answer must be, with its status in header and body.</summary>
    public static async Task<JsonElement> ProblemAsync(
        this HttpResponseMessage response,
        int status
    )
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    public static string Text(this JsonElement json, string property) =>
        json.GetProperty(property).GetString()!;

    /// <summary>One of those that <c>/health</c> names.</summary>
    public static JsonElement Dependency(this JsonElement health, string name) =>
        Assert.Single(
            health.GetProperty("dependencies").EnumerateArray(),
            dependency => dependency.Text("name") == name
        );

    public static async Task<Exposition> MetricsAsync(this HttpClient client) =>
        Exposition.Parse(await client.GetStringAsync("/metrics", Cancelled));
}
