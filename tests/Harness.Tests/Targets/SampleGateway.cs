using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.Tests.Targets;

internal static class SampleGateway
{
    /// <summary>Answered by <see cref="Answering"/>.</summary>
    public const string TestPath = "/test";

    /// <summary>The sample gateway, open to everybody and without a rate limit of its own.</summary>
    public static GatewayHost<Program> Open() =>
        new GatewayHost<Program>()
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false");

    /// <summary>The same with a provider address that nothing listens at.</summary>
    public static GatewayHost<Program> WithoutProvider() =>
        Open().UseSetting("OpenAI:Endpoint", "http://127.0.0.1:9/v1");

    /// <summary>Adds a route to the gateway, as code of its own that a test decides.</summary>
    public static GatewayHost<Program> Answering(
        this GatewayHost<Program> gateway,
        RequestDelegate answer
    ) =>
        gateway.ConfigureServices(services =>
            services.AddSingleton<IStartupFilter>(new TestRoute(answer))
        );

    private sealed class TestRoute(RequestDelegate answer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Map(TestPath, route => route.Run(answer));
                next(app);
            };
    }
}
