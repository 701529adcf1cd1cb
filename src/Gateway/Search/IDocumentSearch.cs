namespace Gateway;

/// <summary>Finds documents for a question.</summary>
internal interface IDocumentSearch
{
    /// <summary>Whether there is anything to be found.</summary>
    bool HasDocuments { get; }

    /// <param name="query">What is looked for, in words.</param>
    /// <param name="count">How many documents at most.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <returns>The best documents first; none if nothing fits.</returns>
    Task<IReadOnlyList<FoundDocument>> SearchAsync(
        string query,
        int count,
        CancellationToken cancellationToken
    );
}
