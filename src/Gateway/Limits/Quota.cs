namespace Gateway;

/// <summary>How many of something may be taken in a window.</summary>
/// <param name="Kind">What the limit is called: <c>global</c>, <c>anonymous</c>, <c>caller</c>, <c>address</c>, <c>user</c>.</param>
/// <param name="Key">Whose it is; empty where there is one for all.</param>
/// <param name="Limit">At least 1.</param>
internal readonly record struct Quota(string Kind, string Key, int Limit);
