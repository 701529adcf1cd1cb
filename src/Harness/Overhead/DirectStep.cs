namespace GatewayBench;

/// <summary>
/// Sends calls again that a gateway made, with the client, the deadline and the reading of streams
/// that the gateway itself is loaded by.
/// </summary>
internal sealed class DirectStep : IAsyncDisposable
{
    private readonly RowRun _run;
    private readonly IStep _step;
    private TapedCall? _call;

    /// <param name="target">The provider.</param>
    /// <param name="client">To it.</param>
    /// <param name="format">What the answers are streams of; null for answers in one piece.</param>
    /// <param name="options">How.</param>
    /// <param name="stop">Gives up.</param>
    public DirectStep(
        DirectTarget target,
        HttpMessageInvoker client,
        StreamFormat? format,
        RunOptions options,
        CancellationToken stop
    )
    {
        var scenario = format is null
            ? Scenario.Http("direct", _ => Request(target.BaseAddress))
            : Scenario.Stream("direct", _ => Request(target.BaseAddress), format);
        var row = new Row(target, scenario, Load.Closed(1, TimeSpan.FromSeconds(1)));
        _run = new RowRun(row, client, options, stop);
        _step = _run.NewStep(_run.NewUser(0));
    }

    public async ValueTask<ArmTimes> RunAsync(TapedCall call, HitId id)
    {
        _call = call;
        var hit = await _step.RunAsync(_run.Clock.GetTimestamp(), id);
        return ArmTimes.Of(hit, _step.Stream, _run.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _step.DisposeAsync();
        _run.Dispose();
    }

    private HttpRequestMessage Request(Uri provider)
    {
        var call = _call!;
        var request = new HttpRequestMessage(
            new HttpMethod(call.Method),
            new Uri(provider, call.Path)
        );
        if (call.Body.Length > 0)
        {
            request.Content = new ByteArrayContent(call.Body);
        }
        foreach (var (name, value) in call.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }
        return request;
    }
}
