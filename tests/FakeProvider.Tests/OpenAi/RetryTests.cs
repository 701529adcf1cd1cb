using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace GatewayBench.FakeProviderTests;

/// <summary>
/// What the SDKs make of a 429, observed and pinned: how often they try again, and what they wait for.
/// How long they wait at most is nobody's promise on a busy machine, so only the least is checked; that
/// a hint is not obeyed shows in a test that ends at all where the hint is an hour.
/// </summary>
public sealed class RetryTests
{
    private const string AnHourInMilliseconds = "3600000";

    /// <summary>Timers are in whole milliseconds, and another clock than the server's.</summary>
    private static readonly TimeSpan _timerError = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData("retry-after-ms", "700", 700, 700)]
    [InlineData("retry-after", "1", 1_000, 1_000)]
    [InlineData("retry-after", "0.6", 600, 600)]
    [InlineData("x-no-hint", "1", 375, 750)]
    public async Task Npms_openai_tries_twice_more_and_waits_as_it_is_told(
        string header,
        string value,
        int first,
        int second
    )
    {
        var gaps = await GapsOfNpmAsync((header, value));

        Assert.Equal(2, gaps.Length);
        AssertWaited(first, gaps[0]);
        AssertWaited(second, gaps[1]);
    }

    [Fact]
    public async Task Npms_openai_reads_the_milliseconds_before_the_seconds()
    {
        var gaps = await GapsOfNpmAsync(("retry-after", "0"), ("retry-after-ms", "700"));

        Assert.Equal(2, gaps.Length);
        Assert.All(gaps, gap => AssertWaited(700, gap));
    }

    [Fact]
    public async Task Npms_openai_does_not_try_again_where_it_is_told_not_to() =>
        Assert.Empty(await GapsOfNpmAsync(("x-should-retry", "false")));

    [Fact]
    public async Task NuGets_OpenAI_tries_three_times_more_and_waits_whole_seconds()
    {
        var gaps = await GapsOfNuGetAsync(("retry-after", "1"));

        Assert.Equal(3, gaps.Length);
        Assert.All(gaps, gap => AssertWaited(1_000, gap));
    }

    [Theory]
    [InlineData("retry-after-ms", AnHourInMilliseconds)]
    [InlineData("x-should-retry", "false")]
    [InlineData("x-no-hint", "1")]
    public async Task NuGets_OpenAI_obeys_no_other_hint(string header, string value)
    {
        var gaps = await GapsOfNuGetAsync((header, value));

        Assert.Equal(3, gaps.Length);
    }

    [Fact]
    public async Task NuGets_OpenAI_takes_a_fraction_of_seconds_for_a_date_and_breaks()
    {
        await using var server = await RefusingServer.StartAsync(("retry-after", "3600.5"));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AskByNuGetAsync(server));

        Assert.Empty(server.Gaps);
    }

    private static void AssertWaited(int milliseconds, TimeSpan actual) =>
        Assert.InRange(
            actual,
            TimeSpan.FromMilliseconds(milliseconds) - _timerError,
            TimeSpan.MaxValue
        );

    private static async Task<TimeSpan[]> GapsOfNpmAsync(
        params (string Name, string Value)[] headers
    )
    {
        await using var server = await RefusingServer.StartAsync(headers);

        var failure = await NpmOpenAi.RunAsync(server.BaseAddress, "retries");

        Assert.Equal(429, failure.GetProperty("status").GetInt32());
        return server.Gaps;
    }

    private static async Task<TimeSpan[]> GapsOfNuGetAsync(
        params (string Name, string Value)[] headers
    )
    {
        await using var server = await RefusingServer.StartAsync(headers);

        var failure = await Assert.ThrowsAsync<ClientResultException>(() =>
            AskByNuGetAsync(server)
        );

        Assert.Equal(429, failure.Status);
        return server.Gaps;
    }

    private static Task<ClientResult<ChatCompletion>> AskByNuGetAsync(RefusingServer server) =>
        new OpenAIClient(
            new ApiKeyCredential("sk-any"),
            new OpenAIClientOptions { Endpoint = new Uri(server.BaseAddress, "v1") }
        )
            .GetChatClient("m")
            .CompleteChatAsync(
                [new UserChatMessage("hello")],
                cancellationToken: TestContext.Current.CancellationToken
            );
}
