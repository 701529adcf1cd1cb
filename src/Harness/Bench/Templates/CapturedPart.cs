namespace GatewayBench;

/// <summary>What an earlier step of the same user captured.</summary>
/// <param name="Name">What it is called in the file.</param>
internal sealed record CapturedPart(string Name) : TemplatePart
{
    /// <summary>What the user knows it by: built-in scenarios keep values too, under names of their own.</summary>
    public static string KeyOf(string name) => $"bench:{name}";

    public override string Of(User user) =>
        user[KeyOf(Name)]
        ?? throw new InvalidOperationException($"{{{{{Name}}}}} has not been captured yet.");
}
