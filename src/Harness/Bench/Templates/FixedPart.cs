namespace GatewayBench;

/// <summary>The same for all requests.</summary>
/// <param name="Text">What it is.</param>
/// <param name="IsWritten">Whether the file says it; else it is a value of the environment.</param>
internal sealed record FixedPart(string Text, bool IsWritten = true) : TemplatePart
{
    public override bool IsLiteral => IsWritten;

    public override string Fixed => Text;

    public override string Of(User user) => Text;
}
