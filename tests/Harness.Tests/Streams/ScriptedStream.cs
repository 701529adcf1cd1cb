using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GatewayBench.Support;

namespace GatewayBench.Tests.Streams;

/// <summary>
/// One user's exchange with a target that sends what the test writes, when the test writes it, by a
/// clock that stands still meanwhile.
/// </summary>
internal sealed class ScriptedStream : ITarget, IDisposable
{
    private readonly Pipe _body = new(
        // Inline: when a write returns, what it said has been read and counted.
        new PipeOptions(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false)
    );
    private readonly HttpMessageInvoker _client;
    private readonly RowRun _run;
    private readonly Exchange _exchange;
    private readonly User _user;
    private readonly Task<Hit> _hit;

    public ScriptedStream(
        StreamFormat format,
        Func<Scenario, Scenario>? with = null,
        string contentType = "text/event-stream"
    )
    {
        var scenario = Scenario.Stream("stream", user => user.Get("/"), format);
        scenario = with?.Invoke(scenario) ?? scenario;
        _client = new HttpMessageInvoker(new Handler(_body.Reader, contentType));
        var options = new RunOptions { Clock = Clock, ExchangeTimeout = TimeSpan.FromSeconds(120) };
        var row = new Row(this, scenario, Load.Closed(1, TimeSpan.FromHours(1)));
        _run = new RowRun(row, _client, options, CancellationToken.None);
        _run.Measure(Clock.GetTimestamp(), long.MaxValue);
        _user = _run.NewUser(0);
        _exchange = new Exchange(_run, _user);
        _hit = _exchange
            .RunAsync(Clock.GetTimestamp(), new HitId(HitPhase.Measured, 0, 0))
            .AsTask();
    }

    public ManualTimeProvider Clock { get; } = new();

    public User User => _user;

    /// <summary>The first failure of a class.</summary>
    public string? Sample(Outcome outcome) => _run.Samples[outcome];

    /// <summary>What has been recorded so far; null if nothing.</summary>
    public StreamCells? Streams => _run.Recorders.Sum().Streams;

    /// <summary>Sends so much later than the last.</summary>
    public async Task SendAsync(string text, int afterMilliseconds = 0)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(afterMilliseconds));
        await SendAsync(Encoding.UTF8.GetBytes(text));
    }

    public async Task SendAsync(byte[] bytes) => await _body.Writer.WriteAsync(bytes);

    public Task SendDeltaAsync(string text, int afterMilliseconds = 0) =>
        SendAsync($"event: delta\ndata: {{\"text\": \"{text}\"}}\n\n", afterMilliseconds);

    /// <summary>Ends the body in good order, and waits for the hit.</summary>
    public async Task<Hit> EndAsync()
    {
        await _body.Writer.CompleteAsync();
        return await HitAsync();
    }

    /// <summary>Breaks the body off, and waits for the hit.</summary>
    public async Task<Hit> BreakAsync()
    {
        await _body.Writer.CompleteAsync(new IOException("gone"));
        return await HitAsync();
    }

    /// <summary>Waits for a hit that ends before the body.</summary>
    public async Task<Hit> HitAsync()
    {
        var hit = await _hit.WaitAsync(
            TimeSpan.FromMinutes(1),
            TestContext.Current.CancellationToken
        );
        _run.Count(hit, _exchange);
        return hit;
    }

    Uri ITarget.BaseAddress { get; } = new("http://scripted/");

    TargetInfo ITarget.Info => new("scripted", "none", null, []);

    string? ITarget.Fault => null;

    Task ITarget.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    HttpMessageInvoker ITarget.CreateClient() => _client;

    public void Dispose()
    {
        _exchange.Dispose();
        _run.Dispose();
        _client.Dispose();
    }

    private sealed class Handler(PipeReader body, string contentType) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var content = new StreamContent(body.AsStream());
            content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = content }
            );
        }
    }
}
