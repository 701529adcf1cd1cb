namespace GatewayBench;

/// <summary>One of several texts, drawn by the user.</summary>
internal sealed record RandomPickPart(IReadOnlyList<string> Texts) : TemplatePart
{
    public override string Of(User user) => Texts[user.NextNumber(Texts.Count)];
}
