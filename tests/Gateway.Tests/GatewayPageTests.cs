using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>docs/gateway.md has every endpoint and every instrument, and no other.</summary>
public sealed class GatewayPageTests
{
    // Nothing is asked of it.
    private const string Provider = "http://127.0.0.1:9/v1";

    [Fact]
    public async Task The_page_has_every_endpoint_with_its_scope()
    {
        await using var gateway = new TestGateway(Provider, ("Auth:Enabled", "true"));

        var mapped = gateway
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(Written);
        var told =
            from row in GatewayPage.Table("Endpoints")
            from path in GatewayPage.Codes(row[1])
            select $"{GatewayPage.Codes(row[0]).Single()} {path} {row[2].Trim('`')}";

        Assert.Equal(mapped.Order(), told.Order());
    }

    [Fact]
    public async Task The_page_has_every_instrument()
    {
        await using var gateway = new TestGateway(Provider);
        var host = gateway.Services.GetRequiredService<IMeterFactory>();
        var published = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                // Other tests have hosts of their own meanwhile.
                if (
                    ReferenceEquals(instrument.Meter.Scope, host)
                    && instrument.Meter.Name == GatewayMetrics.MeterName
                )
                {
                    published.Add(instrument.Name);
                }
            },
        };
        foreach (var type in typeof(GatewayMetrics).Assembly.GetTypes().Where(HasInstruments))
        {
            Assert.NotNull(gateway.Services.GetService(type));
        }
        listener.Start();

        Assert.Equal(
            published.Order(),
            GatewayPage.Table("Telemetry").SelectMany(row => GatewayPage.Codes(row[0])).Order()
        );
    }

    private static string Written(RouteEndpoint endpoint)
    {
        // HTTP/2 opens sockets by CONNECT: to callers it is the same.
        var method = endpoint
            .Metadata.GetRequiredMetadata<IHttpMethodMetadata>()
            .HttpMethods.Single(name => name != "CONNECT");
        var path = endpoint
            .RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        var scope = endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "open";
        return $"{method} {path} {scope}";
    }

    private static bool HasInstruments(Type type) =>
        type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => parameter.ParameterType == typeof(IMeterFactory));
}
