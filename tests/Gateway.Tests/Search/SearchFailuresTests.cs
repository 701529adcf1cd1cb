using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests;

/// <summary>By the result codes of SQLite.</summary>
public sealed class SearchFailuresTests
{
    [Theory]
    [InlineData(1, "search_error")]
    [InlineData(5, "search_unavailable")]
    [InlineData(10, "search_unavailable")]
    [InlineData(11, "search_error")]
    [InlineData(14, "search_unavailable")]
    public async Task What_passes_by_itself_is_told_from_what_does_not(int code, string reason)
    {
        var answer = await new SearchFailures(NullLogger<SearchFailures>.Instance).UnlessAsync(
            new DefaultHttpContext(),
            () => throw new SqliteException("secret", code)
        );

        var problem = Assert.IsType<ProblemHttpResult>(answer).ProblemDetails;
        Assert.Equal(503, problem.Status);
        Assert.Equal(reason, problem.Extensions["reason"]);
        Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
    }
}
