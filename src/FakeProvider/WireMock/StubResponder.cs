using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GatewayBench;

/// <summary>Answers as a stub says: waits, then writes or breaks the connection.</summary>
internal sealed class StubResponder(TimeProvider clock, ulong seed)
{
    public async Task AnswerAsync(HttpContext context, Stub stub)
    {
        var response = stub.Response;
        if (response.Delay.Next(seed, stub.Id) is { Ticks: > 0 } delay)
        {
            await Task.Delay(delay, clock, context.RequestAborted);
        }
        if (response.Fault is { } fault)
        {
            await StubFaults.BreakAsync(context, fault);
            return;
        }
        Write(context, stub.Id, response);
    }

    private static void Write(HttpContext context, Guid stub, StubResponse response)
    {
        context.Response.StatusCode = response.Status;
        if (response.StatusMessage is { } message)
        {
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = message;
        }
        foreach (var (name, values) in response.Headers)
        {
            context.Response.Headers.Append(name, values);
        }
        context.Response.Headers["Matched-Stub-Id"] = stub.ToString("D");
        if (response.Status is 204 or 205 or 304)
        {
            return;
        }
        if (!response.IsChunked)
        {
            context.Response.ContentLength = response.Body.Length;
        }
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.BodyWriter.Write(response.Body);
        }
    }
}
