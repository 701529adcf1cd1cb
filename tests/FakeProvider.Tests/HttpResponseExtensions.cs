using System.Net;
using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

internal static class HttpResponseExtensions
{
    public static async Task<JsonElement> JsonAsync(
        this HttpResponseMessage response,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<ProviderError> ErrorAsync(
        this HttpResponseMessage response,
        HttpStatusCode expected
    )
    {
        var error = (await response.JsonAsync(expected)).GetProperty("error");
        return new ProviderError(
            error.GetProperty("message").GetString()!,
            error.GetProperty("type").GetString()!,
            error.GetProperty("param").GetString(),
            error.GetProperty("code").GetString()
        );
    }

    public static async Task<string> ReplyAsync(this HttpResponseMessage response) =>
        (await response.JsonAsync())
            .GetProperty("choices")[0]
            .GetProperty("message")
            .GetProperty("content")
            .GetString()!;

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}

internal sealed record ProviderError(string Message, string Type, string? Param, string? Code);
