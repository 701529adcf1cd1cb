using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Answers a model's requests in any wire format: reads, admits, plans, delivers.</summary>
internal sealed class Answerer : IDisposable
{
    private readonly FakeProviderOptions _options;
    private readonly TimeProvider _clock;
    private readonly StatisticsCounter _statistics;
    private readonly RequestAudit _audit;
    private readonly ReplyPlanner _planner;
    private readonly Delivery _delivery;
    private readonly FaultyDelivery? _faulty;
    private readonly IdentityReader _identity;
    private readonly RateLimiter? _limiter;
    private readonly ServiceSlots? _slots;
    private readonly Availability? _availability;

    private long _admitted = -1;

    /// <param name="options">Valid; read now.</param>
    public Answerer(FakeProviderOptions options)
    {
        (_options, _clock) = (options, options.TimeProvider);
        Arrivals = new RequestArrivals(_clock);
        Traces = new TraceLog(_clock);
        _audit = new RequestAudit(options, Arrivals);
        _statistics = new StatisticsCounter(_audit);
        _planner = new ReplyPlanner(options);
        _delivery = new Delivery(options, _audit);
        _faulty = FaultyDelivery.From(options, _delivery, _statistics);
        _identity = new IdentityReader(options.IdentityHeader);
        _limiter = options.RateLimit.Any ? new RateLimiter(options.RateLimit.Copy(), _clock) : null;
        _availability = Availability.Of(options);
        _slots = options.Slots is { } slots ? new ServiceSlots(slots, options.MostWaiting) : null;
    }

    /// <summary>Which requests came how often.</summary>
    public RequestArrivals Arrivals { get; }

    /// <summary>How long whose requests were here.</summary>
    public TraceLog Traces { get; }

    public FakeProviderStatistics Statistics => _statistics.Snapshot();

    public ProviderCounters Counters => _statistics.Counters();

    /// <summary>The least that any key has left; all null without limits.</summary>
    public RemainingLimits Remaining => _limiter?.LeastRemaining() ?? default;

    public async Task AnswerAsync(HttpContext context, WireFormat format, string? deployment)
    {
        var key = format.KeyOf(context.Request);
        var answered = new AnsweredRequest { Path = context.Request.Path.Value, Key = key };
        var visit = TraceLog.Nothing;
        _statistics.Begin();
        try
        {
            var request = await ReadAsync(context, format, deployment);
            var identity = Identify(context, request);
            visit = Traces.Enter(identity, request.Prompt.Tokens);
            answered = answered with { Model = request.Model, Identity = identity };
            if (!_planner.Fits(request, out var window))
            {
                throw new ApiErrorException(format.ContextExceeded(request, window));
            }
            using var place = Enter(format);
            if (Refusal(context, format, request, key) is { } refusal)
            {
                throw new ApiErrorException(format.ErrorOf(refusal, request.Model))
                {
                    RetryAfter = refusal.RetryAfter,
                };
            }
            using var occupied = Occupied(key);
            var reply = Plan(request, identity);
            using (await SlotAsync(context, format))
            {
                await (
                    _faulty?.SendAsync(context, format, reply, identity)
                    ?? _delivery.SendAsync(context, format, reply)
                );
            }
            _statistics.CountReply(request.Prompt.Tokens, reply.Tokens);
            _audit.Answered(
                answered with
                {
                    Status = StatusCodes.Status200OK,
                    Wait = reply.Wait,
                    Tokens = reply.Tokens,
                }
            );
        }
        catch (ApiErrorException e)
        {
            Arrivals.Refused(answered.Identity, e.RetryAfter);
            Refuse(context, format, e.Error, answered);
        }
        catch (BadHttpRequestException e)
        {
            Refuse(context, format, ApiErrors.UnreadableBody(e.StatusCode), answered);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, or the provider is being disposed: nobody is left to answer.
            _statistics.CountAbandoned();
        }
        finally
        {
            Traces.Leave(visit);
            _statistics.End();
        }
    }

    /// <summary>Breaks off what waits.</summary>
    public void Dispose()
    {
        _delivery.Dispose();
        _slots?.Dispose();
    }

    private async ValueTask<ModelRequest> ReadAsync(
        HttpContext context,
        WireFormat format,
        string? deployment
    )
    {
        var body = await RequestBody.ReadAsync(
            context.Request,
            _options.MaxRequestBodyBytes,
            context.RequestAborted
        );
        try
        {
            var request = format.Read(body, _options.Seed, deployment);
            request.Markers = UserMarker.FindAll(body);
            return request;
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    /// <exception cref="ApiErrorException">The provider is down or overloaded.</exception>
    private ServicePlace Enter(WireFormat format) =>
        _availability?.Enter() is { } why
            ? throw Unavailable(format, why)
            : new ServicePlace(_availability);

    private ApiErrorException Unavailable(WireFormat format, in Unavailability why)
    {
        _statistics.CountRefusal(why.Reason);
        return new ApiErrorException(format.ErrorOf(why));
    }

    private ConcurrencySlot Occupied(ulong key) =>
        _limiter is { LimitsConcurrency: true } ? new ConcurrencySlot(_limiter, key) : default;

    private RateLimitRefusal? Refusal(
        HttpContext context,
        WireFormat format,
        ModelRequest request,
        ulong key
    )
    {
        if (_limiter is null)
        {
            return null;
        }
        var demand = new RateLimitDemand(request.Prompt.Tokens, _planner.MostTokens(request));
        var decision = _limiter.Admit(key, demand);
        format.WriteLimits(context.Response.Headers, decision);
        if (decision.Refusal is { } refusal)
        {
            _statistics.CountRefusal(refusal.Reason);
        }
        return decision.Refusal;
    }

    private async ValueTask<IDisposable?> SlotAsync(HttpContext context, WireFormat format)
    {
        if (_slots is null)
        {
            return null;
        }
        var slot = await _slots.EnterAsync(context.RequestAborted);
        return slot.IsAcquired
            ? slot
            : throw Unavailable(format, new Unavailability(RefusalReason.Overload));
    }

    private RequestIdentity Identify(HttpContext context, ModelRequest request) =>
        Arrivals.Arrive(
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
        _statistics.CountRefusal(error.Status);
        _audit.Answered(answered with { Status = error.Status });
        format.WriteError(context.Response, error);
    }
}
