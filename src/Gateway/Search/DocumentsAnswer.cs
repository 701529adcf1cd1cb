namespace Gateway;

/// <summary>The answer of <c>POST /api/documents</c>.</summary>
/// <param name="Changed">How many of those sent are new, or other than before.</param>
/// <param name="Documents">How many there are now.</param>
internal sealed record DocumentsAnswer(int Changed, long Documents);
