using Microsoft.OpenApi;

namespace Gateway;

/// <summary>
/// Describes the JSON bodies of endpoints that read them by themselves. The framework's own way,
/// Accepts, would also have it refuse other content types, with nothing said.
/// </summary>
internal static class BodyDescription
{
    /// <typeparam name="T">What the body looks like, in this gateway's naming.</typeparam>
    /// <param name="endpoint">Whose body it is.</param>
    public static RouteHandlerBuilder DescribeBody<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer(
            static async (operation, context, cancellationToken) =>
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/json"] = new()
                        {
                            Schema = await context.GetOrCreateSchemaAsync(
                                typeof(T),
                                null,
                                cancellationToken
                            ),
                        },
                    },
                }
        );
}
