namespace Gateway;

/// <summary>What should have been a document is none.</summary>
/// <param name="place">Where it stands, such as <c>line 3</c>.</param>
/// <param name="problem">The field, its value and what is allowed.</param>
internal sealed class DocumentException(string place, string problem)
    : Exception($"{place}: {problem}")
{
    public string Place => place;
}
