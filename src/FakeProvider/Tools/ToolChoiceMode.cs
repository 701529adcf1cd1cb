namespace GatewayBench;

/// <summary>Whether tools are to be called.</summary>
internal enum ToolChoiceMode
{
    /// <summary>The model decides.</summary>
    Auto,

    /// <summary>They must not be.</summary>
    None,

    /// <summary>One has to be.</summary>
    Required,
}
