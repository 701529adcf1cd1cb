using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>Adds the ways in which callers show who they are, where they have to.</summary>
internal sealed class SecuritySchemes(IOptions<AuthOptions> auth) : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";
    private const string ApiKey = "api_key";

    public static readonly string[] Names = [Bearer, ApiKey];

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (auth.Value.Enabled)
        {
            var scopes = $"Scopes: {string.Join(", ", Scopes.All)}.";
            document.AddComponent<IOpenApiSecurityScheme>(
                Bearer,
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = $"A token of POST /auth/login, or an API key. {scopes}",
                }
            );
            document.AddComponent<IOpenApiSecurityScheme>(
                ApiKey,
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = ApiKeyHandler.Header,
                    Description = $"An API key. {scopes}",
                }
            );
        }
        return Task.CompletedTask;
    }
}
