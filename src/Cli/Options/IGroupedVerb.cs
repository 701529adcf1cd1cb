namespace GatewayBench.Cli;

/// <summary>A verb with more options than one list can hold.</summary>
internal interface IGroupedVerb
{
    /// <summary>All of them but the help, as that shows them.</summary>
    IReadOnlyList<OptionsGroup> Groups { get; }
}
