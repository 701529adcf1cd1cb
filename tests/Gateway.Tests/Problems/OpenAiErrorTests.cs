using Microsoft.AspNetCore.Mvc;

namespace Gateway.Tests;

public sealed class OpenAiErrorTests
{
    [Theory]
    [InlineData("/v1/chat/completions", true)]
    [InlineData("/v1/models", true)]
    [InlineData("/v1/models/gpt-4o-mini", true)]
    [InlineData("/v1/models2", false)]
    [InlineData("/v1/runs", false)]
    [InlineData("/api/chat", false)]
    public void It_is_expected_where_clients_of_OpenAI_call(string path, bool expected) =>
        Assert.Equal(expected, OpenAiError.IsExpectedAt(path));

    [Theory]
    [InlineData(400, "invalid_request_error", null)]
    [InlineData(401, "invalid_request_error", "invalid_api_key")]
    [InlineData(403, "invalid_request_error", "insufficient_permissions")]
    [InlineData(404, "invalid_request_error", "unknown_url")]
    [InlineData(413, "invalid_request_error", null)]
    [InlineData(429, "requests", "rate_limit_exceeded")]
    [InlineData(503, "server_error", null)]
    public void Type_and_code_are_those_of_the_status(int status, string type, string? code)
    {
        var problem = new ProblemDetails { Status = status, Detail = "It is so." };

        Assert.Equal(new OpenAiError("It is so.", type, null, code), OpenAiError.From(problem));
    }

    [Fact]
    public void A_problem_that_knows_better_says_so()
    {
        var problem = new ProblemDetails
        {
            Status = 404,
            Title = "Not Found",
            Extensions =
            {
                ["reason"] = "other",
                ["code"] = "model_not_found",
                ["param"] = "model",
            },
        };

        Assert.Equal(
            new OpenAiError("Not Found", "invalid_request_error", "model", "model_not_found"),
            OpenAiError.From(problem)
        );
    }
}
