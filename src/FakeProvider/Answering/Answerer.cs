using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Answers a model's requests in any wire format: reads, admits, plans, delivers.</summary>
internal sealed class Answerer(
    FakeProviderOptions options,
    StatisticsCounter statistics,
    RequestArrivals arrivals,
    RequestAudit audit
)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly ulong _seed = options.Seed;
    private readonly long _maxBodyBytes = options.MaxRequestBodyBytes;
    private readonly ReplyPlanner _planner = new(options);
    private readonly Delivery _delivery = new(options, audit);
    private readonly IdentityReader _identity = new(options.IdentityHeader);
    private readonly RateLimiter? _limiter = options.RateLimit.Any
        ? new RateLimiter(options.RateLimit.Copy(), options.TimeProvider)
        : null;

    private long _admitted = -1;

    public async Task AnswerAsync(HttpContext context, WireFormat format, string? deployment)
    {
        var answered = new AnsweredRequest { Path = context.Request.Path.Value };
        try
        {
            var request = await ReadAsync(context, format, deployment);
            var identity = Identify(context, request);
            answered = answered with { Model = request.Model, Identity = identity };
            if (Refusal(context, format, request) is { } refusal)
            {
                arrivals.Refused(identity, refusal.RetryAfter);
                throw new ApiErrorException(format.ErrorOf(refusal, request.Model));
            }
            var reply = Plan(request, identity);
            var wait = await _delivery.SendAsync(context, format, reply);
            statistics.CountReply(request.Prompt.Tokens, reply.Tokens);
            audit.Answered(
                answered with
                {
                    Key = format.KeyOf(context.Request),
                    Status = StatusCodes.Status200OK,
                    Wait = wait,
                    Tokens = reply.Tokens,
                }
            );
        }
        catch (ApiErrorException e)
        {
            Refuse(context, format, e.Error, answered);
        }
        catch (BadHttpRequestException e)
        {
            Refuse(context, format, ApiErrors.UnreadableBody(e.StatusCode), answered);
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
        var tokens = request.Prompt.Tokens + (long)_planner.MostTokens(request);
        var decision = _limiter.Admit(format.KeyOf(context.Request), tokens);
        format.WriteLimits(context.Response.Headers, decision);
        return decision.Refusal;
    }

    private RequestIdentity Identify(HttpContext context, ModelRequest request) =>
        arrivals.Arrive(
            _identity.Read(context.Request.Headers, request.Prompt.Marked),
            request.Prompt.Step,
            request.Prompt.Hash
        );

    private ModelReply Plan(ModelRequest request, in RequestIdentity identity)
    {
        var sequence = (ulong)Interlocked.Increment(ref _admitted);
        return new ModelReply(
            request,
            sequence,
            _clock.GetUtcNow().ToUnixTimeSeconds(),
            _planner.Plan(request)
        )
        {
            DrawKey = DrawKey.Of(identity, sequence),
        };
    }

    private void Refuse(
        HttpContext context,
        WireFormat format,
        ApiError error,
        in AnsweredRequest answered
    )
    {
        statistics.CountRefusal(error.Status);
        audit.Answered(
            answered with
            {
                Key = format.KeyOf(context.Request),
                Status = error.Status,
            }
        );
        format.WriteError(context.Response, error);
    }
}
