using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway;

/// <summary>A body that could not be read; its message is the problem's detail.</summary>
internal sealed class JsonBodyException(ProblemHttpResult problem)
    : Exception(problem.ProblemDetails.Detail)
{
    public ProblemHttpResult Problem => problem;
}
