namespace GatewayBench;

/// <summary>A piece as the place that it goes to needs it.</summary>
internal sealed record EscapedPart(TemplatePart Part, Func<string, string> Escape) : TemplatePart
{
    public override string? Fixed => Part.Fixed is { } text ? Escape(text) : null;

    public override string Of(User user) => Escape(Part.Of(user));
}
