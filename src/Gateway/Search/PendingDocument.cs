namespace Gateway;

/// <summary>A document that has no vector yet.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Version">Changes with its text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text.</param>
internal sealed record PendingDocument(long Number, long Version, string Title, string Text);
