using System.Net;

namespace GatewayBench.Tests.Bench;

/// <summary>A target without a network that writes down what it is asked, and answers at once.</summary>
/// <param name="answer">Told the method and path; with status 0 nothing comes.</param>
internal sealed class HttpTarget(Func<string, (int Status, string Body)> answer) : ITarget
{
    private readonly List<string> _requests = [];

    /// <summary>Method, path with query, the header X-Key and the body of each.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public Uri BaseAddress { get; } = new("http://bench/");

    public TargetInfo Info => new("bench", "none", null, []);

    public string? Fault => null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public HttpMessageInvoker CreateClient() => new(new Handler(this));

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        var body = request.Content is { } content
            ? await content.ReadAsStringAsync(cancellation)
            : "";
        var key = request.Headers.TryGetValues("X-Key", out var keys) ? keys.Single() : "";
        var what = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        _requests.Add($"{what} {key} {body}".TrimEnd());
        var (status, text) = answer(what);
        if (status == 0)
        {
            // Not Task.Delay, which would end on another thread while the clock goes on.
            var never = new TaskCompletionSource();
            await using var end = cancellation.Register(() => never.TrySetCanceled(cancellation));
            await never.Task;
        }
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(text),
        };
        response.Headers.Add("X-Tag", "tagged");
        response.Content.Headers.ContentType = new("text/odd");
        return response;
    }

    private sealed class Handler(HttpTarget target) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => target.AnswerAsync(request, cancellationToken);
    }
}
