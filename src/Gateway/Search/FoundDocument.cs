namespace Gateway;

/// <summary>A document that a search has found.</summary>
/// <param name="Id">Its name in the index.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text.</param>
/// <param name="Score">How well it fits: more is better, comparable within one search only.</param>
internal sealed record FoundDocument(string Id, string Title, string Text, double Score);
