namespace Gateway;

/// <summary>The statuses of errors that are an endpoint's own.</summary>
internal sealed record ErrorStatuses(IReadOnlyList<int> All);
