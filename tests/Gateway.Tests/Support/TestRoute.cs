using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>Answers at <see cref="Path"/>, ahead of the gateway's own pipeline.</summary>
internal sealed class TestRoute(RequestDelegate answer) : IStartupFilter
{
    public const string Path = "/test";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Map(Path, route => route.Run(answer));
            next(app);
        };
}
