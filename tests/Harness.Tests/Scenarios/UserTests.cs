namespace GatewayBench.Tests.Scenarios;

public sealed class UserTests
{
    private static readonly Uri Base = new("http://127.0.0.1:5000/");

    [Fact]
    public void The_same_seed_and_user_give_the_same_prompts()
    {
        Assert.Equal(Prompts(seed: 42, user: 3), Prompts(seed: 42, user: 3));
        Assert.NotEqual(Prompts(seed: 42, user: 3), Prompts(seed: 42, user: 4));
        Assert.NotEqual(Prompts(seed: 42, user: 3), Prompts(seed: 43, user: 3));
    }

    [Fact]
    public void Draws_do_not_change_from_process_to_process() =>
        Assert.Equal(
            "Give me an example of how to rotate an API key without downtime, given that the last incident was caused by a missing timeout and nobody noticed for a day?",
            Prompts(seed: 42, user: 0)[0]
        );

    [Fact]
    public async Task A_json_request_goes_to_the_target_with_its_body()
    {
        var user = new User(0, 42, Base);

        using var request = user.PostJson("/api/chat", new { Message = "hi" });

        Assert.Equal(new Uri("http://127.0.0.1:5000/api/chat"), request.RequestUri);
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.MediaType);
        Assert.Equal(
            """{"message":"hi"}""",
            await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void A_user_can_alternate_between_paths()
    {
        var user = new User(0, 42, Base);

        Assert.Equal("/a", user.Get("/a").RequestUri!.AbsolutePath);
        Assert.Equal("/b", user.Get("/b").RequestUri!.AbsolutePath);
        Assert.Equal("/a", user.Get("/a").RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("/chat")]
    [InlineData("chat")]
    public void A_path_is_added_to_that_of_the_target(string path)
    {
        var user = new User(0, 42, new Uri("http://127.0.0.1:5000/base/"));

        Assert.Equal("/base/chat", user.Get(path).RequestUri!.AbsolutePath);
    }

    private static string[] Prompts(ulong seed, int user)
    {
        var someone = new User(user, seed, Base);
        return [.. Enumerable.Range(0, 20).Select(_ => someone.NextPrompt())];
    }
}
