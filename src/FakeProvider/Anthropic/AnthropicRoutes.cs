using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Which of Anthropic's paths is answered by what.</summary>
internal sealed class AnthropicRoutes(FakeProviderOptions options, Answerer answerer)
{
    private const string Messages = "/v1/messages";
    private const string Models = "/v1/models";

    private readonly MessagesFormat _messages = new(
        options.TimeProvider,
        options.Replies.ReadUserText
    );
    private readonly TokenCountFormat _tokenCount = new(options.TimeProvider);
    private readonly AnthropicModels _models = new(options.Models);
    private readonly RequestIds _ids = new(options.Seed);

    /// <summary>
    /// Whether a request is meant for Anthropic: by its path, or by headers that only its clients
    /// send.
    /// </summary>
    public static bool Takes(HttpRequest request) =>
        request.Path.StartsWithSegments(Messages)
        || request.Headers.ContainsKey("anthropic-version")
        || (request.Path.StartsWithSegments(Models) && request.Headers.ContainsKey("x-api-key"));

    public Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers[RequestIds.Header] = _ids.Next();
        var path = context.Request.Path.Value ?? "";
        switch (path)
        {
            case Messages:
                return PostAsync(context, _messages);
            case Messages + "/count_tokens":
                return PostAsync(context, _tokenCount);
        }
        if (path == Models || path.StartsWith(Models + "/", StringComparison.Ordinal))
        {
            AnswerModels(context, path[Models.Length..].TrimStart('/'));
        }
        else
        {
            AnthropicErrors.Write(context.Response, ApiErrors.UnknownPath(context.Request));
        }
        return Task.CompletedTask;
    }

    private Task PostAsync(HttpContext context, WireFormat format) =>
        Takes(context, HttpMethods.Post)
            ? answerer.AnswerAsync(context, format, deployment: null)
            : Task.CompletedTask;

    private void AnswerModels(HttpContext context, string id)
    {
        if (!Takes(context, HttpMethods.Get))
        {
            return;
        }
        if (id.Length == 0)
        {
            _models.WriteAll(context.Response);
        }
        else
        {
            _models.WriteOne(context.Response, id);
        }
    }

    private static bool Takes(HttpContext context, string method) =>
        AllowedMethod.Check(context, method, AnthropicErrors.Write);
}
