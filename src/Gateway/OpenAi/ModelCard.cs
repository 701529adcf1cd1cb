namespace Gateway;

/// <summary>A model in OpenAI's words.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Created">Since when, in seconds since 1970.</param>
internal sealed record ModelCard(string Id, long Created)
{
    public string Object { get; } = "model";

    public string OwnedBy { get; } = "gateway";
}
