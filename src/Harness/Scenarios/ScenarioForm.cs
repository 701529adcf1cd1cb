namespace GatewayBench;

/// <summary>What a scenario is made of: one exchange, or other scenarios.</summary>
internal abstract record ScenarioForm
{
    /// <summary>The scenarios it is made of, each of which is recorded as a part.</summary>
    public virtual IReadOnlyList<Scenario> Parts => [];

    /// <summary>Whether it ends in one reply of its own, which checks can judge and metrics can read.</summary>
    public virtual bool HasReply => false;

    /// <summary>The same with each part changed.</summary>
    public virtual ScenarioForm WithParts(Func<Scenario, Scenario> change) => this;

    /// <summary>What errors call it, such as <c>a sequence</c>.</summary>
    public abstract string Kind { get; }
}
