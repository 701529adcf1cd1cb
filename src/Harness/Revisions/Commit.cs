namespace GatewayBench;

/// <summary>A commit, as far as a report names it.</summary>
/// <param name="Id">Its whole hash.</param>
/// <param name="Parents">Their hashes; none of a first commit, several of a merge.</param>
/// <param name="AuthoredAt">When its author wrote it.</param>
/// <param name="Subject">The first line of its message.</param>
/// <param name="Files">What it changed of its first parent, by paths from the repository's root.</param>
internal sealed record Commit(
    string Id,
    IReadOnlyList<string> Parents,
    DateTimeOffset AuthoredAt,
    string Subject,
    IReadOnlyList<string> Files
);
