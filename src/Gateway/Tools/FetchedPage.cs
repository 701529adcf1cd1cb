namespace Gateway;

/// <summary>What the HTTP tool tells the model of an answer.</summary>
/// <param name="Url">Where it came from, after redirects.</param>
/// <param name="Status">HTTP's status.</param>
/// <param name="Text">The body, or its beginning.</param>
/// <param name="Note">What the model should know of the text; null if it is whole.</param>
internal sealed record FetchedPage(string Url, int Status, string Text, string? Note);
