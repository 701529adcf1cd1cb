using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class RoutesTests
{
    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "v1")]
    [InlineData("POST", "v1/completions")]
    [InlineData("POST", "v1/chat/completions/")]
    [InlineData("POST", "openai/deployments//chat/completions")]
    [InlineData("POST", "openai/deployments/chat/completions")]
    [InlineData("POST", "openai/deployments/a/b/chat/completions")]
    public async Task An_unknown_path_is_answered_with_404(string method, string path)
    {
        var response = await SendAsync(method, path);

        var error = await response.ErrorAsync(HttpStatusCode.NotFound);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Equal("unknown_url", error.Code);
        Assert.Contains($"{method} /{path}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "v1/chat/completions", "POST")]
    [InlineData("PUT", "openai/deployments/m/chat/completions", "POST")]
    [InlineData("POST", "v1/models", "GET")]
    public async Task A_wrong_method_is_answered_with_405(
        string method,
        string path,
        string allowed
    )
    {
        var response = await SendAsync(method, path);

        var error = await response.ErrorAsync(HttpStatusCode.MethodNotAllowed);
        Assert.Equal("method_not_supported", error.Code);
        Assert.Equal(allowed, Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("v1/models")]
    [InlineData("openai/v1/models")]
    public async Task Models_are_listed(string path)
    {
        var list = await (await SendAsync("GET", path)).JsonAsync();

        Assert.Equal("list", list.GetProperty("object").GetString());
        Assert.NotEmpty(list.GetProperty("data").EnumerateArray());
        Assert.All(
            list.GetProperty("data").EnumerateArray(),
            model => Assert.Equal("model", model.GetProperty("object").GetString())
        );
    }

    private static async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        await using var client = await ProviderClient.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
