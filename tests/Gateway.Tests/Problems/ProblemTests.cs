using System.Net.Http.Headers;

namespace Gateway.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    public async Task An_unknown_route_is_a_problem_whatever_the_caller_accepts(string accept)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));

        using var response = await client.GetAsync("/nope", TestContext.Current.CancellationToken);

        Assert.Equal(
            "There is no '/nope' here.",
            (await response.ProblemAsync(404)).Text("detail")
        );
    }

    [Fact]
    public async Task A_wrong_method_is_a_problem_that_names_the_right_one()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();

        using var response = await client.DeleteAsync(
            "/api/chat",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            "DELETE is not allowed on '/api/chat': allowed is POST.",
            (await response.ProblemAsync(405)).Text("detail")
        );
    }
}
