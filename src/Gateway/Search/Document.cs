namespace Gateway;

/// <summary>A document to be found.</summary>
/// <param name="Id">Its name; another one of the same name takes its place.</param>
/// <param name="Title">Its title. Words in it weigh more than those of the text.</param>
/// <param name="Text">Its text.</param>
internal sealed record Document(string Id, string Title, string Text);
