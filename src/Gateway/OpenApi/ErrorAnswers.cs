using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>
/// Adds the errors of an endpoint: those that it names, and those of what stands before it, which its
/// metadata tell.
/// </summary>
internal sealed class ErrorAnswers : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var form = ErrorForm.At(context.Description.RelativePath);
        operation.Responses ??= [];
        foreach (var status in StatusesOf(metadata).Distinct().Order())
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] =
                new OpenApiResponseReference(form.NameOf(status), context.Document);
        }
        foreach (var answer in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[CorrelationId.Header] =
                new OpenApiHeaderReference(CorrelationId.Header, context.Document);
        }
        return Task.CompletedTask;
    }

    private static IEnumerable<int> StatusesOf(IList<object> metadata)
    {
        var statuses = metadata.OfType<ErrorStatuses>().SelectMany(named => named.All);
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            statuses = statuses.Concat([401, 403]);
        }
        if (metadata.OfType<IRequestSizeLimitMetadata>().Any())
        {
            statuses = statuses.Concat([400, 413, 415]);
        }
        if (!metadata.OfType<Operational>().Any())
        {
            statuses = statuses.Concat([429, 500, 503]);
            if (!metadata.OfType<DisableRequestTimeoutAttribute>().Any())
            {
                statuses = statuses.Append(504);
            }
        }
        return statuses;
    }
}
