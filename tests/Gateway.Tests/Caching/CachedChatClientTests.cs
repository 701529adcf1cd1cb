using GatewayBench.Support;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class CachedChatClientTests : IDisposable
{
    private readonly CacheHost _host = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_prompt_is_asked_once()
    {
        Assert.Equal("answer 1", await _host.AskAsync());
        Assert.Equal("answer 1", await _host.AskAsync());
        Assert.Equal("answer 2", await _host.AskAsync("Something else"));

        Assert.Equal(2, _host.Model.Calls);
        Assert.Equal(1, _host.Requests("hit"));
        Assert.Equal(2, _host.Requests("miss"));
    }

    [Fact]
    public async Task A_hit_is_the_whole_answer_with_its_usage_and_reason()
    {
        var first = await _host.Client.GetResponseAsync("Hi", Exact(), Cancelled);
        var again = await _host.Client.GetResponseAsync("Hi", Exact(), Cancelled);

        Assert.Equal(1, _host.Model.Calls);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.ResponseId, again.ResponseId);
        Assert.Equal(first.ModelId, again.ModelId);
        Assert.Equal(ChatFinishReason.Stop, again.FinishReason);
        Assert.Equal(3, again.Usage?.InputTokenCount);
    }

    [Fact]
    public async Task A_streamed_hit_comes_in_the_same_pieces()
    {
        var first = await _host.StreamAsync();
        var again = await _host.StreamAsync();

        Assert.Equal(1, _host.Model.Calls);
        Assert.Equal(["answer ", "1", ""], again.Select(update => update.Text));
        Assert.Equal(first.Select(u => u.Text), again.Select(u => u.Text));
        Assert.Equal(ChatFinishReason.Stop, again[^1].FinishReason);
        Assert.Equal(
            1,
            Assert.IsType<UsageContent>(again[^1].Contents[0]).Details.OutputTokenCount
        );
    }

    [Fact]
    public async Task Plain_and_streamed_answers_serve_one_another()
    {
        await _host.AskAsync("plain first");
        var streamed = await _host.StreamAsync("plain first");
        await _host.StreamAsync("streamed first");
        var plain = await _host.AskAsync("streamed first");

        Assert.Equal("answer 1", string.Concat(streamed));
        Assert.Equal("answer 2", plain);
        Assert.Equal(2, _host.Model.Calls);
    }

    [Fact]
    public async Task A_tool_call_is_repeated_for_the_caller_to_run()
    {
        _host.Model.Finish = ChatFinishReason.ToolCalls;
        _host.Model.ToolCall = new(
            "c1",
            "clock",
            new Dictionary<string, object?> { ["in"] = "Rome" }
        );
        await _host.AskAsync();

        var again = await _host.Client.GetResponseAsync("Hi", Exact(), Cancelled);

        Assert.Equal(1, _host.Model.Calls);
        var call = Assert.Single(again.Messages[0].Contents.OfType<FunctionCallContent>());
        Assert.Equal("c1", call.CallId);
        Assert.Equal("clock", call.Name);
        Assert.Equal("Rome", call.Arguments!["in"]!.ToString());
    }

    [Fact]
    public async Task What_is_done_to_an_answer_afterwards_does_not_reach_the_next()
    {
        await foreach (
            var update in _host.Client.GetStreamingResponseAsync("Hi", Exact(), Cancelled)
        )
        {
            update.Contents.Clear();
        }

        Assert.Equal("answer 1", await _host.AskAsync());
    }

    [Theory]
    [InlineData(0.1f, 0, false)]
    [InlineData(null, 0, false)]
    [InlineData(0.1f, 0.2, true)]
    [InlineData(null, 1.0, true)]
    public async Task Only_requests_that_want_little_variety_are_kept(
        float? temperature,
        double limit,
        bool kept
    )
    {
        using var host = new CacheHost(new() { MaxTemperature = limit });
        await host.AskAsync(temperature: temperature);
        await host.AskAsync(temperature: temperature);

        Assert.Equal(kept ? 1 : 2, host.Model.Calls);
        Assert.Equal(kept ? 0 : 2, host.Requests("bypass"));
    }

    [Fact]
    public async Task Callers_have_caches_of_their_own()
    {
        await _host.AskAsync();
        _host.Caller = "bob";

        Assert.Equal("answer 2", await _host.AskAsync());
    }

    [Fact]
    public async Task Who_has_no_name_has_no_cache()
    {
        _host.Caller = null;
        await _host.AskAsync();
        await _host.AskAsync();

        Assert.Equal(2, _host.Model.Calls);
        Assert.Equal(2, _host.Requests("bypass"));
    }

    [Fact]
    public async Task A_global_cache_is_shared()
    {
        using var host = new CacheHost(new() { Scope = PromptCacheOptions.Global });
        await host.AskAsync();
        host.Caller = "bob";
        await host.AskAsync();
        host.Caller = null;
        await host.AskAsync();

        Assert.Equal(1, host.Model.Calls);
    }

    [Fact]
    public async Task An_answer_that_broke_off_is_not_kept()
    {
        _host.Model.Failure = new ProviderException(ProviderFailure.ConnectionCut);
        await Assert.ThrowsAsync<ProviderException>(() => _host.AskAsync());
        await Assert.ThrowsAsync<ProviderException>(() => _host.StreamAsync());
        _host.Model.Failure = null;

        Assert.Equal("answer 3", await _host.AskAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("content_filter")]
    public async Task An_answer_that_a_filter_or_nobody_ended_is_not_kept(string? reason)
    {
        _host.Model.Finish = reason is null ? null : new(reason);
        await _host.AskAsync();
        await _host.StreamAsync();

        Assert.Equal("answer 3", await _host.AskAsync());
    }

    [Fact]
    public async Task A_stream_that_nobody_read_to_its_end_is_not_kept()
    {
        await foreach (var _ in _host.Client.GetStreamingResponseAsync("Hi", Exact(), Cancelled))
        {
            break;
        }

        Assert.Equal("answer 2", await _host.AskAsync());
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_passed_on_and_not_kept()
    {
        using var host = new CacheHost(new() { MaxAnswerBytes = 1024 });
        host.Model.Pieces = call => [$"{call}", new string('x', 1024)];
        await host.AskAsync();
        var second = await host.StreamAsync();

        Assert.Equal(1025, string.Concat(second).Length);
        Assert.Equal(2, host.Model.Calls);
        Assert.Equal(0, host.Read().Named("gateway_cache_entries").Sum(s => s.Value));
    }

    [Fact]
    public async Task Equal_prompts_at_the_same_time_are_one_call()
    {
        var released = new TaskCompletionSource();
        _host.Model.Released = released.Task;
        var asked = Enumerable.Range(0, 10).Select(_ => _host.AskAsync()).ToList();
        released.SetResult();

        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal("answer 1", answer));
        Assert.Equal(1, _host.Requests("miss"));
        Assert.Equal(9, _host.Requests("hit"));
    }

    [Fact]
    public async Task Those_who_waited_ask_for_themselves_when_the_first_failed()
    {
        var released = new TaskCompletionSource();
        _host.Model.Released = released.Task;
        _host.Model.Failure = new ProviderException(ProviderFailure.ErrorStatus, 500);
        var first = _host.AskAsync();
        var second = _host.AskAsync();
        released.SetResult();

        await Assert.ThrowsAsync<ProviderException>(() => first);
        await Assert.ThrowsAsync<ProviderException>(() => second);
        Assert.Equal(2, _host.Model.Calls);
    }

    [Fact]
    public async Task One_at_a_time_asks_again_when_the_first_failed()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Model.FailingCalls = 1;
        _host.Model.Released = first.Task;
        var asked = Enumerable.Range(0, 10).Select(_ => _host.AskAsync()).ToList();
        _host.Model.Released = second.Task;
        first.SetResult();

        await Assert.ThrowsAsync<ProviderException>(() => asked[0]);
        await Eventually.TrueAsync(() => _host.Model.Calls >= 2);
        for (var n = 0; n < 100; n++)
        {
            // Room for the others, should they ask too.
            await Task.Yield();
        }
        second.SetResult();
        Assert.All(await Task.WhenAll(asked.Skip(1)), answer => Assert.Equal("answer 2", answer));
        Assert.Equal(2, _host.Model.Calls);
        Assert.Equal(8, _host.Requests("hit"));
    }

    [Fact]
    public async Task Nobody_waits_twice_for_answers_that_are_not_kept()
    {
        var (first, others) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Model.Finish = new("content_filter");
        _host.Model.Released = first.Task;
        var asked = Enumerable.Range(0, 10).Select(_ => _host.AskAsync()).ToList();
        _host.Model.Released = others.Task;
        first.SetResult();

        await Eventually.TrueAsync(() => _host.Model.Calls == 10);
        others.SetResult();
        Assert.Equal(10, (await Task.WhenAll(asked)).Distinct().Count());
    }

    public void Dispose() => _host.Dispose();

    private static ChatOptions Exact() => new() { Temperature = 0 };
}
