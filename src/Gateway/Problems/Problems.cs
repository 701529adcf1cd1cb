using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>The problems (RFC 9457) that are the caller's: each says what was sent and what is allowed.</summary>
internal static class Problems
{
    public static ValidationProblem Invalid(IDictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(
            errors,
            detail: string.Join(' ', errors.Values.SelectMany(messages => messages)),
            title: "The request is not valid."
        );

    public static ProblemHttpResult UnsupportedMediaType(HttpRequest request) =>
        TypedResults.Problem(
            $"Content-Type is '{Quoted.Truncate(request.ContentType ?? "")}': application/json is expected.",
            statusCode: StatusCodes.Status415UnsupportedMediaType
        );

    public static ProblemHttpResult TooLarge(long? sent, long? allowed) =>
        TypedResults.Problem(
            $"The body is {(sent is null ? "too long" : $"{sent} bytes")}: at most {allowed} bytes are allowed.",
            statusCode: StatusCodes.Status413PayloadTooLarge
        );

    /// <summary>For a body that the server gave up reading: too long, cut off, too slow.</summary>
    public static ProblemHttpResult Unreadable(BadHttpRequestException e, HttpContext context) =>
        e.StatusCode is StatusCodes.Status413PayloadTooLarge
            ? TooLarge(
                context.Request.ContentLength,
                context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
            )
            : TypedResults.Problem(
                "The body could not be read to its end.",
                statusCode: e.StatusCode
            );

    /// <summary>For a status that was set with nothing to say: an unknown route, a wrong method.</summary>
    public static ProblemHttpResult Bare(HttpContext context) =>
        TypedResults.Problem(DetailOf(context), statusCode: context.Response.StatusCode);

    /// <summary>An error of ours, about which a caller learns nothing but that it is.</summary>
    public static ProblemHttpResult Unexpected() =>
        TypedResults.Problem(
            "The gateway failed unexpectedly.",
            statusCode: StatusCodes.Status500InternalServerError
        );

    private static string? DetailOf(HttpContext context)
    {
        var request = context.Request;
        var path = Quoted.Truncate(request.Path);
        return context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized =>
                "Who calls is not known, or no longer: a token of /auth/login or an API key is "
                    + "expected as 'Authorization: Bearer', or the key as 'X-Api-Key'.",
            StatusCodes.Status403Forbidden => $"{request.Method} '{path}' needs the scope "
                + $"'{context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy}', "
                + "which the caller lacks.",
            StatusCodes.Status404NotFound => $"There is no '{path}' here.",
            StatusCodes.Status405MethodNotAllowed =>
                $"{request.Method} is not allowed on '{path}': "
                    + $"allowed is {context.Response.Headers[HeaderNames.Allow]}.",
            _ => null,
        };
    }
}
