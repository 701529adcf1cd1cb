namespace Gateway;

/// <summary>What a client wants: to say something, or to cancel what it said, unless it makes no sense.</summary>
/// <param name="Say">What it says; null otherwise.</param>
/// <param name="Error">Why it makes no sense; null otherwise.</param>
internal sealed record SocketCommand(ChatRequest? Say, string? Error)
{
    public static readonly SocketCommand Cancel = new(null, null);
}
