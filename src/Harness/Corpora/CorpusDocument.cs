namespace GatewayBench;

/// <summary>One line of a corpus.</summary>
internal sealed record CorpusDocument(string Id, string Title, string Text);
