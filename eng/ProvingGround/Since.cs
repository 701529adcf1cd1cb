using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.ProvingGround;

/// <summary>A part of the pipeline that is not there at first.</summary>
/// <param name="wait">From the first request on.</param>
/// <param name="middleware">What is there then.</param>
internal sealed class Since(TimeSpan wait, Func<HttpContext, RequestDelegate, Task> middleware)
{
    private long _first;

    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var now = Stopwatch.GetTimestamp();
        var first = Interlocked.CompareExchange(ref _first, now, 0);
        return first != 0 && Stopwatch.GetElapsedTime(first, now) >= wait
            ? middleware(context, next)
            : next(context);
    }
}
