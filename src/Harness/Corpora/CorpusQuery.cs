namespace GatewayBench;

/// <summary>A question to a corpus, and where its answer stands.</summary>
/// <param name="Text">The question; it holds a word that only one document has.</param>
/// <param name="DocumentId">That document.</param>
public sealed record CorpusQuery(string Text, string DocumentId);
