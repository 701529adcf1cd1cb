namespace Gateway;

/// <summary>The answer of <c>POST /api/search</c>, the best document first.</summary>
internal sealed record SearchAnswer(IReadOnlyList<FoundDocument> Documents);
