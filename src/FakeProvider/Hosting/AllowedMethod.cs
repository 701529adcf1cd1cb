using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Refuses what comes to a path with a method that the path does not take.</summary>
internal static class AllowedMethod
{
    /// <summary>Whether the request has the method; otherwise it is answered with a 405.</summary>
    /// <param name="context">The request.</param>
    /// <param name="method">The only one that its path takes.</param>
    /// <param name="refuse">Writes the error in the provider's words.</param>
    public static bool Check(
        HttpContext context,
        string method,
        Action<HttpResponse, ApiError> refuse
    )
    {
        if (HttpMethods.Equals(context.Request.Method, method))
        {
            return true;
        }
        context.Response.Headers.Allow = method;
        refuse(context.Response, ApiErrors.WrongMethod(context.Request, method));
        return false;
    }
}
