using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>
/// Describes what endpoints read and answer by themselves. The framework's own way for bodies, Accepts,
/// would also have it refuse other content types, with nothing said.
/// </summary>
internal static class EndpointDescription
{
    private const string Json = "application/json";

    /// <typeparam name="T">What the body looks like, in this gateway's naming.</typeparam>
    /// <param name="endpoint">Whose body it is.</param>
    /// <param name="lines">Content types in which it may also come as lines of text.</param>
    public static RouteHandlerBuilder DescribeBody<T>(
        this RouteHandlerBuilder endpoint,
        params string[] lines
    ) =>
        endpoint.AddOpenApiOperationTransformer(
            async (operation, context, cancellationToken) =>
            {
                var content = new Dictionary<string, OpenApiMediaType>
                {
                    [Json] = await MediaAsync<T>(context, cancellationToken),
                };
                foreach (var type in lines)
                {
                    content[type] = new()
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    };
                }
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = content,
                };
            }
        );

    /// <summary>
    /// The whole answer of an endpoint that also streams: of two answers with one status the framework
    /// keeps only one.
    /// </summary>
    /// <typeparam name="T">What the answer looks like.</typeparam>
    public static RouteHandlerBuilder DescribeAnswer<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer(
            static async (operation, context, cancellationToken) =>
                operation.Responses!["200"].Content![Json] = await MediaAsync<T>(
                    context,
                    cancellationToken
                )
        );

    /// <summary>A parameter that callers may leave out.</summary>
    public static RouteHandlerBuilder DescribeParameter(
        this RouteHandlerBuilder endpoint,
        string name,
        JsonSchemaType type,
        string description,
        ParameterLocation place = ParameterLocation.Query
    ) =>
        endpoint.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                (operation.Parameters ??= []).Add(
                    new OpenApiParameter
                    {
                        Name = name,
                        In = place,
                        Description = description,
                        Schema = new OpenApiSchema { Type = type },
                    }
                );
                return Task.CompletedTask;
            }
        );

    /// <summary>The statuses of errors that are the endpoint's own.</summary>
    public static RouteHandlerBuilder DescribeErrors(
        this RouteHandlerBuilder endpoint,
        params int[] statuses
    ) => endpoint.WithMetadata(new ErrorStatuses(statuses));

    private static async Task<OpenApiMediaType> MediaAsync<T>(
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    ) =>
        new() { Schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellationToken) };
}
