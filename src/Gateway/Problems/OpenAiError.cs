using Microsoft.AspNetCore.Mvc;

namespace Gateway;

/// <summary>An error as clients of OpenAI's API read it.</summary>
internal sealed record OpenAiError(string Message, string Type, string? Param, string? Code)
{
    private static readonly PathString[] Paths = ["/v1/chat/completions", "/v1/models"];

    /// <summary>
    /// Whether whoever calls the path expects this form. By path, not by endpoint: wrong methods and
    /// refused requests have none.
    /// </summary>
    public static bool IsExpectedAt(PathString path) =>
        Array.Exists(Paths, known => path.StartsWithSegments(known));

    /// <summary>
    /// A problem's member <c>code</c>, else what OpenAI calls its status, else its <c>reason</c> becomes
    /// the code, and its <c>param</c> the field that is at fault.
    /// </summary>
    public static OpenAiError From(ProblemDetails problem) =>
        new(
            problem.Detail ?? problem.Title ?? "The request failed.",
            TypeOf(problem.Status),
            Member(problem, "param"),
            Member(problem, "code") ?? CodeOf(problem)
        );

    private static string? Member(ProblemDetails problem, string name) =>
        problem.Extensions.TryGetValue(name, out var value) ? value as string : null;

    private static string TypeOf(int? status) =>
        status switch
        {
            StatusCodes.Status429TooManyRequests => "requests",
            >= 500 => "server_error",
            _ => "invalid_request_error",
        };

    private static string? CodeOf(ProblemDetails problem) =>
        problem.Status switch
        {
            StatusCodes.Status429TooManyRequests
                when Member(problem, "reason") is "provider_quota_exhausted" =>
                "insufficient_quota",
            StatusCodes.Status401Unauthorized => "invalid_api_key",
            StatusCodes.Status403Forbidden => "insufficient_permissions",
            StatusCodes.Status404NotFound => "unknown_url",
            StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
            _ => Member(problem, "reason"),
        };
}

/// <summary>The whole body.</summary>
internal sealed record OpenAiErrorBody(OpenAiError Error);
