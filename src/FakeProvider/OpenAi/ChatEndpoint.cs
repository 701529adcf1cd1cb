using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Answers chat requests: reads, admits, waits, writes.</summary>
internal sealed class ChatEndpoint(FakeProviderOptions options, StatisticsCounter statistics)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly ulong _seed = options.Seed;
    private readonly int _replyTokens = options.ReplyTokens;
    private readonly long _maxBodyBytes = options.MaxRequestBodyBytes;
    private readonly Delay? _latency = options.Latency == Delay.None ? null : options.Latency;
    private readonly RateLimiter? _limiter = options.RateLimit.Any
        ? new RateLimiter(options.RateLimit.Copy(), options.TimeProvider)
        : null;

    private long _admitted = -1;

    public async Task AnswerAsync(HttpContext context, string? deployment)
    {
        try
        {
            var request = await ReadAsync(context, deployment);
            await AnswerAsync(context, request);
        }
        catch (ApiErrorException e)
        {
            Refuse(context.Response, e.Error);
        }
        catch (BadHttpRequestException e)
        {
            Refuse(context.Response, ApiErrors.UnreadableBody(e.StatusCode));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, or the provider is being disposed: nobody is left to answer.
            statistics.CountAbandoned();
        }
    }

    private async ValueTask<ChatRequest> ReadAsync(HttpContext context, string? deployment)
    {
        var body = await RequestBody.ReadAsync(
            context.Request,
            _maxBodyBytes,
            context.RequestAborted
        );
        try
        {
            return ChatRequestReader.Read(body, _seed, deployment);
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    private async ValueTask AnswerAsync(HttpContext context, ChatRequest request)
    {
        var replyTokens = Math.Min(_replyTokens, request.MaxTokens ?? _replyTokens);
        if (Refusal(context, request) is { } refusal)
        {
            Refuse(context.Response, RateLimitErrors.From(refusal, request.Model));
            return;
        }

        var sequence = (ulong)Interlocked.Increment(ref _admitted);
        if (_latency?.Draw(_seed, sequence) is { Ticks: > 0 } delay)
        {
            await Task.Delay(delay, _clock, context.RequestAborted);
        }

        var reply = new ChatReply(
            sequence,
            _clock.GetUtcNow().ToUnixTimeSeconds(),
            request.Model,
            request.Prompt,
            replyTokens,
            IsCut: replyTokens < _replyTokens
        );
        statistics.CountReply(request.Prompt.Tokens, replyTokens);
        JsonResponse.Write(context.Response, StatusCodes.Status200OK, reply, ChatReplyWriter.Write);
    }

    private RateLimitRefusal? Refusal(HttpContext context, in ChatRequest request)
    {
        if (_limiter is null)
        {
            return null;
        }
        var tokens = request.Prompt.Tokens + (long)(request.MaxTokens ?? _replyTokens);
        var decision = _limiter.Admit(ApiKey.HashOf(context.Request), tokens);
        RateLimitHeaders.Write(context.Response.Headers, decision);
        return decision.Refusal;
    }

    private void Refuse(HttpResponse response, ApiError error)
    {
        statistics.CountRefusal(error.Status);
        JsonResponse.Write(response, error);
    }
}
