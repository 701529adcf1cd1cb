using System.Net;
using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>
/// A target without a network, whose answers take as long by a manual clock as they are told to, so
/// that what a load should measure of it is known exactly.
/// </summary>
internal sealed class ClockedTarget(ManualTimeProvider clock, Func<int, TimeSpan, TimeSpan> answer)
    : ITarget
{
    private readonly DateTimeOffset _created = clock.GetUtcNow();
    private int _numbers = -1;
    private int _received;
    private int _answered;

    /// <summary>
    /// Requests of the load whose answers wait for the clock or were given; the checked one before
    /// it doesn't count.
    /// </summary>
    public int Received => Volatile.Read(ref _received);

    public int Answered => Volatile.Read(ref _answered);

    public Uri BaseAddress { get; } = new("http://clocked/");

    public TargetInfo Info => new("clocked", "none", null, []);

    public string? Fault => null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public HttpMessageInvoker CreateClient() => new(new Handler(this));

    private async Task<HttpResponseMessage> AnswerAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _numbers);
        if (number > 0)
        {
            var time = answer(number - 1, clock.GetUtcNow() - _created);
            var delay = Task.Delay(time, clock, cancellationToken);
            Interlocked.Increment(ref _received);
            await delay;
            Interlocked.Increment(ref _answered);
        }
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
    }

    private sealed class Handler(ClockedTarget target) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => target.AnswerAsync(cancellationToken);
    }
}
