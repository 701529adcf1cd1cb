using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>What the agent has to know of a turn beside what is said. Nothing of it reaches the provider.</summary>
internal sealed class TurnOptions : ChatOptions
{
    public TurnOptions() { }

    private TurnOptions(TurnOptions other)
        : base(other) => MaySearch = other.MaySearch;

    /// <summary>Whether who asks may search the documents. Default false.</summary>
    public bool MaySearch { get; init; }

    public override ChatOptions Clone() => new TurnOptions(this);
}
