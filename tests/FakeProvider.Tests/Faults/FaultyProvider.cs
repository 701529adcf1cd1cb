using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests.Faults;

/// <summary>A provider with one fault, a clock that stands still, and replies of five words.</summary>
internal sealed class FaultyProvider : IAsyncDisposable
{
    /// <summary>Of a stream: the role, five words, the ending, the usage, [DONE].</summary>
    public const int Chunks = 9;

    private FaultyProvider(FakeProvider provider, ManualTimeProvider clock) =>
        (Provider, Clock) = (provider, clock);

    public FakeProvider Provider { get; }

    public ManualTimeProvider Clock { get; }

    public static Task<FaultyProvider> StartAsync(Fault? fault = null) =>
        StartAsync(options =>
        {
            if (fault is not null)
            {
                options.Faults.Add(fault);
            }
        });

    public static async Task<FaultyProvider> StartAsync(Action<FakeProviderOptions> configure)
    {
        var clock = new ManualTimeProvider();
        return new(
            await FakeProvider.StartAsync(
                options =>
                {
                    options.Latency = Delay.None;
                    options.ReplyTokens = 5;
                    options.TimeProvider = clock;
                    configure(options);
                },
                TestContext.Current.CancellationToken
            ),
            clock
        );
    }

    public Task<RawReply> ReplyAsync(bool inMemory, bool streamed) =>
        RawClient.ReplyAsync(Provider, inMemory, streamed);

    /// <summary>The answer without any fault.</summary>
    public static async Task<RawReply> SoundAsync(bool streamed)
    {
        await using var sound = await StartAsync();
        var reply = await sound.ReplyAsync(inMemory: true, streamed);
        Assert.True(reply.IsComplete);
        return reply;
    }

    public ValueTask DisposeAsync() => Provider.DisposeAsync();
}
