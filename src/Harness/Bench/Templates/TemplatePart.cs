namespace GatewayBench;

/// <summary>A piece of a text that is made anew for each request.</summary>
internal abstract record TemplatePart
{
    /// <summary>Whether it stands in the file as it is, and not for a value.</summary>
    public virtual bool IsLiteral => false;

    /// <summary>What it is for all requests; null where each has its own.</summary>
    public virtual string? Fixed => null;

    public abstract string Of(User user);
}
