namespace Gateway;

/// <summary>
/// A piece of an answer whose caller wants the usage: null in all of them but the last, which has
/// nothing else.
/// </summary>
internal sealed record CountedChunk(
    string Id,
    long Created,
    string Model,
    IReadOnlyList<CompletionChunk.ChunkChoice> Choices,
    CompletionUsage? Usage
) : CompletionChunk(Id, Created, Model, Choices);
