using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gateway.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_route_is_in_a_document_that_OpenAPIs_own_reader_finds_valid()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");

        var json = await DocumentAsync(gateway);
        var read = OpenApiDocument.Parse(json, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Matches("^3[.]", JsonElement.Parse(json).Text("openapi"));
        var described = read.Document!.Paths.SelectMany(path =>
            path.Value.Operations!.Keys.Select(method => $"{method} {path.Key}")
        );
        Assert.Equal(Routes(gateway), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_chats_body_needs_only_its_message()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");

        var read = OpenApiDocument.Parse(await DocumentAsync(gateway), "json");

        var body = read.Document!.Paths["/api/chat"].Operations![HttpMethod.Post].RequestBody!;
        var chat = body.Content!["application/json"].Schema!;
        Assert.Equal(["message", "session_id", "stream"], chat.Properties!.Keys.Order());
        Assert.Equal(["message"], chat.Required);
    }

    private static async Task<string> DocumentAsync(TestGateway gateway)
    {
        using var client = gateway.Connect();
        return await client.GetStringAsync(
            "/openapi/v1.json",
            TestContext.Current.CancellationToken
        );
    }

    // OpenAPI has no word for the CONNECT that HTTP/2 opens sockets by.
    private static IEnumerable<string> Routes(TestGateway gateway) =>
        gateway
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route =>
                route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()
                    is not { ExcludeFromDescription: true }
            )
            .SelectMany(route =>
                route
                    .Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Where(method => method != "CONNECT")
                    .Select(method => $"{method} {Path(route)}")
            )
            .Order(StringComparer.Ordinal);

    private static string Path(RouteEndpoint route) =>
        route.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal).TrimEnd('/');
}
