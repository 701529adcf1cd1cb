namespace GatewayBench.ProviderCost;

/// <summary>Users who each read one stream to its end, by the load engine, every one checked.</summary>
internal sealed class StreamingUsers(StreamPlan plan)
{
    private const int ShortTokens = 5;
    private static readonly RunOptions Cold = new()
    {
        WarmUpCap = TimeSpan.Zero,
        Calibrate = false,
        ExchangeTimeout = TimeSpan.FromHours(1),
    };
    private readonly byte[] _body = ChatCall.StreamedBody(plan.Tokens);
    private readonly byte[] _shortBody = ChatCall.StreamedBody(ShortTokens);
    private int _begun;

    /// <summary>Streams that have been asked for.</summary>
    public int Begun => Volatile.Read(ref _begun);

    public async Task<RowResult> RunAsync(FakeProvider provider, CancellationToken stop)
    {
        // The runner tries the scenario once before its users begin: that one is short.
        var isTrial = 1;
        var scenario = Scenario
            .Http("stream", _ => Request())
            .Check("is whole", reply => IsWhole(reply.Body));
        var result = await LoadRunner.RunAsync(
            new StreamTarget(provider),
            scenario,
            plan.Load,
            Cold,
            stop
        );
        stop.ThrowIfCancellationRequested();
        return result.Rows[0];

        HttpRequestMessage Request()
        {
            if (Interlocked.Exchange(ref isTrial, 0) == 1)
            {
                return ChatCall.Request(provider.BaseAddress, _shortBody);
            }
            Interlocked.Increment(ref _begun);
            return ChatCall.Request(provider.BaseAddress, _body);
        }
    }

    /// <summary>All its events: the role, the tokens, the ending and the last one.</summary>
    private bool IsWhole(ReadOnlySpan<byte> body) =>
        body.EndsWith("data: [DONE]\n\n"u8)
        && body.Count("data: "u8) - 3 is var tokens
        && (tokens == plan.Tokens || tokens == ShortTokens);
}
