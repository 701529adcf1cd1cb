using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Which provider a request is meant for: Anthropic, or else OpenAI.</summary>
internal sealed class ProviderRoutes(FakeProviderOptions options, Answerer answerer)
{
    private readonly AnthropicRoutes _anthropic = new(options, answerer);
    private readonly OpenAiRoutes _openAi = new(answerer, options);

    public Task AnswerAsync(HttpContext context) =>
        AnthropicRoutes.Takes(context.Request)
            ? _anthropic.AnswerAsync(context)
            : _openAi.AnswerAsync(context);
}
