using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GatewayBench;

/// <summary>Sends replies with the faults that hit them.</summary>
internal sealed class FaultyDelivery(
    FakeProviderOptions options,
    Delivery delivery,
    StatisticsCounter statistics
)
{
    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly FaultPicker _picker = new(options.Faults.Rules, options.Seed);

    /// <summary>Null when no fault is configured.</summary>
    public static FaultyDelivery? From(
        FakeProviderOptions options,
        Delivery delivery,
        StatisticsCounter statistics
    ) => options.Faults.Rules.Count > 0 ? new FaultyDelivery(options, delivery, statistics) : null;

    /// <exception cref="ApiErrorException">The request is answered with this error instead.</exception>
    /// <exception cref="OperationCanceledException">It gets no answer at all.</exception>
    public ValueTask SendAsync(
        HttpContext context,
        WireFormat format,
        ModelReply reply,
        in RequestIdentity identity
    )
    {
        if (_picker.Pick(FaultSubject.Of(reply, identity), reply.Request) is not { } fault)
        {
            return delivery.SendAsync(context, format, reply);
        }
        statistics.CountFault(fault.Kind);
        return SendAsync(fault, context, format, reply);
    }

    private async ValueTask SendAsync(
        Fault fault,
        HttpContext context,
        WireFormat format,
        ModelReply reply
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
