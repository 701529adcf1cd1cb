namespace GatewayBench;

/// <summary>A section of the page.</summary>
/// <param name="Id">Unique on the page, for links.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Content">What is below that.</param>
internal sealed record PageSection(string Id, string Title, Markup Content);
