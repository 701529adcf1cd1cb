using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>What Anthropic's endpoints have in common: keys, limits, errors.</summary>
/// <param name="clock">Says when a limit is reset, which is written as an instant.</param>
internal abstract class AnthropicFormat(TimeProvider clock) : WireFormat
{
    public override ulong KeyOf(HttpRequest request) => ApiKey.HashOf(request);

    public override void WriteLimits(IHeaderDictionary headers, in RateLimitDecision decision) =>
        AnthropicLimits.WriteHeaders(headers, decision, clock.GetUtcNow());

    public override ApiError ErrorOf(RateLimitRefusal refusal, string model) =>
        AnthropicLimits.ErrorOf(refusal, model);

    public override ApiError ErrorOf(in Unavailability why) => AnthropicErrors.Unavailable(why);

    public override ApiError ContextExceeded(ModelRequest request, int window) =>
        AnthropicErrors.ContextExceeded(request, window);

    public override void WriteError(HttpResponse response, ApiError error) =>
        AnthropicErrors.Write(response, error);

    public override void WriteStreamError(EventStream events, ApiError error, int number) =>
        AnthropicErrors.WriteEvent(events, error);
}
