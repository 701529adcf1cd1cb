namespace Gateway.Tests;

/// <summary>Finds the same documents whatever it is asked.</summary>
internal sealed class ListedDocuments(params FoundDocument[] documents) : IDocumentSearch
{
    public bool HasDocuments => documents.Length > 0;

    public string? Asked { get; private set; }

    public Task<IReadOnlyList<FoundDocument>> SearchAsync(
        string query,
        int count,
        CancellationToken cancellationToken
    )
    {
        Asked = $"{query} {count}";
        return Task.FromResult<IReadOnlyList<FoundDocument>>(documents);
    }
}
