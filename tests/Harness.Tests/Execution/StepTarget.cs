using System.Net;
using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>
/// A target without a network that writes down what one user asks it, and answers at once, after it
/// has moved the clock by as long as it is told to.
/// </summary>
/// <param name="clock">Stands still otherwise.</param>
/// <param name="answer">Told the path, and how often it was asked for it before.</param>
internal sealed class StepTarget(
    ManualTimeProvider clock,
    Func<string, int, (int Status, string Body, TimeSpan Time)> answer
) : ITarget
{
    private readonly List<(string Path, string? Token, string? Trace)> _requests = [];

    public IReadOnlyList<(string Path, string? Token, string? Trace)> Requests => _requests;

    public IEnumerable<string> Paths => _requests.Select(request => request.Path);

    public Uri BaseAddress { get; } = new("http://steps/");

    public TargetInfo Info => new("steps", "none", null, []);

    public string? Fault => null;

    public FakeProvider? Provider { get; init; }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public HttpMessageInvoker CreateClient() => new(new Handler(this));

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var before = _requests.Count(earlier => earlier.Path == path);
        var trace = request.Headers.TryGetValues("traceparent", out var values)
            ? values.Single()
            : null;
        _requests.Add((path, request.Headers.Authorization?.Parameter, trace));
        var (status, body, time) = answer(path, before);
        clock.Advance(time);
        return new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body),
        };
    }

    private sealed class Handler(StepTarget target) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromResult(target.Answer(request));
    }
}
