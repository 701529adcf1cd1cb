using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the search and maps <c>POST /api/search</c> and <c>POST /api/documents</c>.</summary>
internal static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services)
    {
        services
            .AddOptions<SearchOptions>()
            .BindConfiguration(SearchOptions.Section)
            .PostConfigure<IHostEnvironment>(
                static (options, environment) =>
                {
                    options.Corpus = environment.PathOf(options.Corpus);
                    options.Database = environment.PathOf(options.Database);
                }
            )
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptions.Validator>();
        services.AddSingleton<SearchFile>();
        services.AddSingleton<VectorIndex>();
        services.AddSingleton<VectorStore>();
        services.AddSingleton<DocumentIndex>();
        services.AddSingleton<DocumentRules>();
        services.AddSingleton<SearchMetrics>();
        services.AddSingleton(CreateEmbedder);
        services.AddSingleton<IDocumentSearch, HybridSearch>();
        services.AddSingleton<SearchFailures>();
        services.AddSingleton<SearchHandler>();
        services.AddSingleton<DocumentsHandler>();
        services.AddSingleton<EmbeddingWorker>();
        // In this order: what is read at the start is embedded.
        services.AddHostedService<CorpusLoader>();
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddingWorker>());
    }

    public static void MapSearch(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SearchOptions>>().Value;
        app.MapPost(
                "/api/search",
                static (HttpContext context, SearchHandler search, SearchFailures failures) =>
                    failures.UnlessAsync(context, () => search.HandleAsync(context))
            )
            .WithMetadata(new RequestSizeLimitAttribute(SearchHandler.MaxBodyBytes))
            .RequireScope(Scopes.Search)
            .DescribeBody<SearchRequest>()
            .Produces<SearchAnswer>()
            .WithSummary("The best documents for a query");
        app.MapPost(
                "/api/documents",
                static (HttpContext context, DocumentsHandler documents, SearchFailures failures) =>
                    failures.UnlessAsync(context, () => documents.HandleAsync(context))
            )
            .WithMetadata(new RequestSizeLimitAttribute(options.MaxBodyBytes))
            .RequireScope(Scopes.Documents)
            .DescribeBody<Document[]>(DocumentsHandler.LineTypes)
            .Produces<DocumentsAnswer>()
            .WithSummary("Takes documents into the index");
    }

    private static Embedder CreateEmbedder(IServiceProvider services) =>
        new(
            services.GetRequiredService<IOptions<SearchOptions>>().Value.Embeddings
                ? services.GetService<IEmbeddingGenerator<string, Embedding<float>>>()
                : null
        );
}
