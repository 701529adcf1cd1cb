using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Gateway;

/// <summary>
/// The document, written once: it is the same for everybody while the process lives. Caches may keep
/// it, and have to ask whether it still holds, since the next version has another.
/// </summary>
internal sealed class ApiDocument(
    [FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents
)
{
    /// <summary>What the framework knows it by.</summary>
    public const string Name = "v1";

    private readonly Lazy<Task<Written>> _written = new(() => WriteAsync(documents));

    public async Task<FileContentHttpResult> AnswerAsync(HttpContext context)
    {
        var written = await _written.Value;
        context.Response.Headers.CacheControl = "public, no-cache";
        return TypedResults.Bytes(written.Json, "application/json", entityTag: written.Tag);
    }

    private static async Task<Written> WriteAsync(IOpenApiDocumentProvider documents)
    {
        // For all who will ask, so whoever asks first can't cancel it.
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(
            json,
            OpenApiSpecVersion.OpenApi3_1,
            CancellationToken.None
        );
        var bytes = json.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new(bytes, new EntityTagHeaderValue($"\"{hash}\""));
    }

    private sealed record Written(byte[] Json, EntityTagHeaderValue Tag);
}
