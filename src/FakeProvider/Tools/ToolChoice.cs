namespace GatewayBench;

/// <summary>What a request says about whether tools are to be called.</summary>
/// <param name="Mode">Whether.</param>
/// <param name="Name">Which, where one is required; null for any.</param>
internal readonly record struct ToolChoice(ToolChoiceMode Mode, string? Name = null)
{
    public static readonly ToolChoice Auto = new(ToolChoiceMode.Auto);
    public static readonly ToolChoice None = new(ToolChoiceMode.None);
    public static readonly ToolChoice Required = new(ToolChoiceMode.Required);

    public static ToolChoice Named(string name) => new(ToolChoiceMode.Required, name);
}
