using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Answers a model's requests in any wire format: reads, admits, plans, delivers.</summary>
internal sealed class Answerer(FakeProviderOptions options, StatisticsCounter statistics)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly ulong _seed = options.Seed;
    private readonly long _maxBodyBytes = options.MaxRequestBodyBytes;
    private readonly ReplyPlanner _planner = new(options);
    private readonly Delivery _delivery = new(options);
    private readonly RateLimiter? _limiter = options.RateLimit.Any
        ? new RateLimiter(options.RateLimit.Copy(), options.TimeProvider)
        : null;

    private long _admitted = -1;

    public async Task AnswerAsync(HttpContext context, WireFormat format, string? deployment)
    {
        try
        {
            var request = await ReadAsync(context, format, deployment);
            if (!_planner.Fits(request, out var window))
            {
                throw new ApiErrorException(format.ContextExceeded(request, window));
            }
            if (Refusal(context, format, request) is { } refusal)
            {
                throw new ApiErrorException(format.ErrorOf(refusal, request.Model));
            }
            var reply = Plan(request);
            await _delivery.SendAsync(context, format, reply);
            statistics.CountReply(request.Prompt.Tokens, reply.Tokens);
        }
        catch (ApiErrorException e)
        {
            Refuse(context.Response, format, e.Error);
        }
        catch (BadHttpRequestException e)
        {
            Refuse(context.Response, format, ApiErrors.UnreadableBody(e.StatusCode));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, or the provider is being disposed: nobody is left to answer.
            statistics.CountAbandoned();
        }
    }

    private async ValueTask<ModelRequest> ReadAsync(
        HttpContext context,
        WireFormat format,
        string? deployment
    )
    {
        var body = await RequestBody.ReadAsync(
            context.Request,
            _maxBodyBytes,
            context.RequestAborted
        );
        try
        {
            return format.Read(body, _seed, deployment);
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    private RateLimitRefusal? Refusal(HttpContext context, WireFormat format, ModelRequest request)
    {
        if (_limiter is null)
        {
            return null;
        }
        var demand = new RateLimitDemand(request.Prompt.Tokens, _planner.MostTokens(request));
        var decision = _limiter.Admit(format.KeyOf(context.Request), demand);
        format.WriteLimits(context.Response.Headers, decision);
        return decision.Refusal;
    }

    private ModelReply Plan(ModelRequest request) =>
        new(
            request,
            (ulong)Interlocked.Increment(ref _admitted),
            _clock.GetUtcNow().ToUnixTimeSeconds(),
            _planner.Plan(request)
        );

    private void Refuse(HttpResponse response, WireFormat format, ApiError error)
    {
        statistics.CountRefusal(error.Status);
        format.WriteError(response, error);
    }
}
