using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Gateway.Tests;

/// <summary>The document of a gateway, as OpenAPI's own reader reads it.</summary>
internal sealed class ApiPage
{
    public const string Path = "/openapi/v1.json";

    private readonly ReadResult _read;

    private ApiPage(string json)
    {
        Json = JsonElement.Parse(json);
        _read = OpenApiDocument.Parse(json, "json");
    }

    public JsonElement Json { get; }

    public OpenApiDiagnostic Diagnostic => _read.Diagnostic!;

    public OpenApiDocument Document => _read.Document!;

    /// <summary>By "METHOD /path".</summary>
    public Dictionary<string, OpenApiOperation> Operations =>
        Document
            .Paths.SelectMany(path =>
                path.Value.Operations!.Select(each => (Name: $"{each.Key} {path.Key}", each.Value))
            )
            .ToDictionary(each => each.Name, each => each.Value);

    public static async Task<ApiPage> ReadAsync(HttpClient client) =>
        new(await client.GetStringAsync(Path, TestContext.Current.CancellationToken));

    /// <summary>What is mapped and should be described, by the same names.</summary>
    public static Dictionary<string, RouteEndpoint> Routes(TestGateway gateway) =>
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
                    // OpenAPI has no word for the CONNECT that HTTP/2 opens sockets by.
                    .HttpMethods.Where(method => method != "CONNECT")
                    .Select(method => ($"{method} {PathOf(route)}", route))
            )
            .ToDictionary();

    /// <summary>Fails unless the answer is one that the document has for the operation.</summary>
    public async Task CheckAsync(string operation, HttpResponseMessage response)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var told = $"{operation} -> {status}";
        Assert.True(Operations[operation].Responses!.TryGetValue(status, out var answer), told);
        foreach (var (header, _) in answer!.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            // 503 has its own word for it: some nobody can promise an end of.
            Assert.True(
                response.Headers.Contains(header) || (header, status) == ("Retry-After", "503"),
                $"{told}: {header}"
            );
        }
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (answer.Content is not { Count: > 0 })
        {
            Assert.Equal("", text);
            return;
        }
        var type = response.Content.Headers.ContentType!.MediaType!;
        Assert.True(answer.Content.TryGetValue(type, out var media), $"{told}: {type}");
        if (type is "application/json" or "application/problem+json")
        {
            var wrong = SchemaCheck.Of(media!.Schema!, JsonElement.Parse(text));
            Assert.True(!wrong.Any(), $"{told}: {string.Join("; ", wrong)} in {text}");
        }
    }

    private static string PathOf(RouteEndpoint route) =>
        route.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal).TrimEnd('/');
}
