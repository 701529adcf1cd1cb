using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Which path is answered by what: OpenAI's own paths and Azure's two ways to write them.</summary>
internal sealed class OpenAiRoutes(Answerer answerer, FakeProviderOptions options)
{
    private const string AzureDeployments = "/openai/deployments/";
    private const string ChatCompletions = "/chat/completions";
    private const string EmbeddingsPath = "/embeddings";
    private const string Models = "/v1/models/";

    private static readonly EmbeddingsFormat Embeddings = new();

    private readonly ChatFormat _chat = new(options.Replies.ReadUserText);
    private readonly ResponsesFormat _responses = new(options.Replies.ReadUserText);
    private readonly ModelAnswers _models = new(options.Models);

    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        switch (path)
        {
            case "/v1" + ChatCompletions:
            case "/openai/v1" + ChatCompletions:
                return PostAsync(context, _chat, deployment: null);
            case "/v1/responses":
            case "/openai/v1/responses":
                return PostAsync(context, _responses, deployment: null);
            case "/v1" + EmbeddingsPath:
            case "/openai/v1" + EmbeddingsPath:
                return PostAsync(context, Embeddings, deployment: null);
            case "/v1/models":
            case "/openai/v1/models":
                AnswerModels(context, model: null);
                return Task.CompletedTask;
        }
        if (ModelOf(path) is { } model)
        {
            AnswerModels(context, model);
            return Task.CompletedTask;
        }
        if (AzureDeployment(path, ChatCompletions) is { } chatDeployment)
        {
            return PostAsync(context, _chat, chatDeployment);
        }
        if (AzureDeployment(path, EmbeddingsPath) is { } embeddingsDeployment)
        {
            return PostAsync(context, Embeddings, embeddingsDeployment);
        }
        JsonResponse.Write(context.Response, ApiErrors.UnknownPath(context.Request));
        return Task.CompletedTask;
    }

    private Task PostAsync(HttpContext context, WireFormat format, string? deployment) =>
        Takes(context, HttpMethods.Post)
            ? answerer.AnswerAsync(context, format, deployment)
            : Task.CompletedTask;

    private void AnswerModels(HttpContext context, string? model)
    {
        if (!Takes(context, HttpMethods.Get))
        {
            return;
        }
        if (model is null)
        {
            _models.WriteAll(context.Response);
        }
        else
        {
            _models.WriteOne(context.Response, model);
        }
    }

    // Names of models may have slashes.
    private static string? ModelOf(string path)
    {
        var own = path.StartsWith("/openai" + Models, StringComparison.Ordinal)
            ? path["/openai".Length..]
            : path;
        return own.StartsWith(Models, StringComparison.Ordinal) && own.Length > Models.Length
            ? own[Models.Length..]
            : null;
    }

    private static bool Takes(HttpContext context, string method) =>
        AllowedMethod.Check(context, method, JsonResponse.Write);

    private static string? AzureDeployment(string path, string operation)
    {
        if (
            !path.StartsWith(AzureDeployments, StringComparison.Ordinal)
            || !path.EndsWith(operation, StringComparison.Ordinal)
        )
        {
            return null;
        }
        var length = path.Length - AzureDeployments.Length - operation.Length;
        var deployment = length > 0 ? path.Substring(AzureDeployments.Length, length) : "";
        return deployment.Length > 0 && !deployment.Contains('/') ? deployment : null;
    }
}
