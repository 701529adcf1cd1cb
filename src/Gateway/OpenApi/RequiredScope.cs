using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>Says which scope an endpoint asks for, and that either way to show it will do.</summary>
internal sealed class RequiredScope : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var asked = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
            .FirstOrDefault();
        if (asked?.Policy is { } scope)
        {
            operation.Security =
            [
                .. SecuritySchemes.Names.Select(name => new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(name, context.Document)] = [scope],
                }),
            ];
        }
        return Task.CompletedTask;
    }
}
