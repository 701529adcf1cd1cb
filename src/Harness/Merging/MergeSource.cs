namespace GatewayBench;

/// <summary>A result that is to be merged.</summary>
/// <param name="Label">What errors call it, such as its file.</param>
/// <param name="Result">The result.</param>
internal sealed record MergeSource(string Label, LoadResult Result);
