using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>What OpenAI's endpoints have in common: keys, limits, errors.</summary>
internal abstract class OpenAiFormat : WireFormat
{
    public override ulong KeyOf(HttpRequest request) => ApiKey.HashOf(request);

    public override void WriteLimits(IHeaderDictionary headers, in RateLimitDecision decision) =>
        RateLimitHeaders.Write(headers, decision);

    public override ApiError ErrorOf(RateLimitRefusal refusal, string model) =>
        RateLimitErrors.From(refusal, model);

    public override ApiError ContextExceeded(ModelRequest request, int window) =>
        ContextErrors.Exceeded(request, window);

    public override ApiError ErrorOf(in Unavailability why) => UnavailabilityErrors.From(why);

    public override void WriteError(HttpResponse response, ApiError error) =>
        JsonResponse.Write(response, error);
}
