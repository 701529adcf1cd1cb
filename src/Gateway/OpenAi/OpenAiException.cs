using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway;

/// <summary>A request in OpenAI's form that is refused.</summary>
/// <param name="status">HTTP's.</param>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="param">The field that is to blame, by its path.</param>
/// <param name="code">OpenAI's name for what is wrong.</param>
internal sealed class OpenAiException(int status, string message, string param, string code)
    : Exception(message)
{
    /// <summary>What to answer; written in OpenAI's form where that is expected.</summary>
    public ProblemHttpResult Problem =>
        TypedResults.Problem(
            Message,
            statusCode: status,
            extensions: new Dictionary<string, object?> { ["param"] = param, ["code"] = code }
        );

    /// <summary>A value that is refused.</summary>
    /// <param name="param">Its field.</param>
    /// <param name="shown">The value, or "missing".</param>
    /// <param name="expected">What is allowed, such as "a number from 0 to 2 is expected".</param>
    /// <param name="code">OpenAI's name for what is wrong.</param>
    public static OpenAiException Invalid(
        string param,
        string shown,
        string expected,
        string code = "invalid_value"
    ) => new(StatusCodes.Status400BadRequest, $"{param} is {shown}: {expected}.", param, code);
}
