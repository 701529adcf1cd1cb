using System.Net.Mime;

namespace Gateway;

/// <summary>
/// Writes every problem, whatever the caller says it accepts: as OpenAI's clients expect it where
/// they call, as problem+json (RFC 9457) elsewhere, each with the request's id.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var problem = context.ProblemDetails;
        if (OpenAiError.IsExpectedAt(http.Request.Path))
        {
            return new(
                http.Response.WriteAsJsonAsync(
                    new OpenAiErrorBody(OpenAiError.From(problem)),
                    GatewayJsonContext.Default.OpenAiErrorBody
                )
            );
        }
        problem.Extensions["request_id"] = http.TraceIdentifier;
        return new(
            http.Response.WriteAsJsonAsync(
                problem,
                problem.GetType(),
                options: null,
                MediaTypeNames.Application.ProblemJson
            )
        );
    }
}
