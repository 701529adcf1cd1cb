using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GatewayBench;

/// <summary>Sends replies with the faults that hit them.</summary>
internal sealed class FaultyDelivery(FakeProviderOptions options, StatisticsCounter statistics)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly FaultPicker _picker = new(options.Faults.Rules, options.Seed);

    /// <summary>Null when no fault is configured.</summary>
    public static FaultyDelivery? From(FakeProviderOptions options, StatisticsCounter statistics) =>
        options.Faults.Rules.Count > 0 ? new FaultyDelivery(options, statistics) : null;

    /// <param name="context">Of the request.</param>
    /// <param name="format">Writes the answer.</param>
    /// <param name="reply">What is sent.</param>
    /// <param name="delivery">Sends it where no fault does.</param>
    /// <param name="key">What the request's draws are keyed by.</param>
    public ValueTask SendAsync(
        HttpContext context,
        WireFormat format,
        ModelReply reply,
        Delivery delivery,
        ulong key
    )
    {
        var request = reply.Request;
        var subject = new FaultSubject(key, reply.Sequence, request.Prompt.Hash);
        if (_picker.Pick(subject, request) is not { } fault)
        {
            return delivery.SendAsync(context, format, reply);
        }
        statistics.CountFault(fault.Kind);
        return SendAsync(fault, context, format, reply, delivery);
    }

    private async ValueTask SendAsync(
        Fault fault,
        HttpContext context,
        WireFormat format,
        ModelReply reply,
        Delivery delivery
    )
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var answer = new FaultedAnswer(context, format, body.Writer, _clock);
        await fault.BeforeAsync(answer);
        if (!fault.ChangesBody)
        {
            await delivery.SendAsync(context, format, reply);
            return;
        }
        var isWhole = fault.TakesWhole || !reply.Request.IsStreamed;
        await using var faulty = new FaultyBody(fault, answer, isWhole);
        var standIn = new StreamResponseBodyFeature(faulty);
        context.Features.Set<IHttpResponseBodyFeature>(standIn);
        try
        {
            await delivery.SendAsync(context, format, reply);
            await standIn.CompleteAsync();
            await faulty.EndAsync();
        }
        catch (AnswerEndedException)
        {
            // The client has got what it is to get.
        }
        finally
        {
            context.Features.Set(body);
        }
    }
}
