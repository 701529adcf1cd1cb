namespace GatewayBench;

/// <summary>A fault and the requests that it hits.</summary>
public sealed class FaultRule
{
    internal FaultRule(Fault fault, FaultTrigger trigger) => (Fault, Trigger) = (fault, trigger);

    /// <summary>What happens to them.</summary>
    public Fault Fault { get; }

    internal FaultTrigger Trigger { get; }

    /// <summary>
    /// Reads a rule from its text: a fault alone hits every request; <c>@1%</c> or <c>@0.01</c> adds a
    /// probability, <c>@every:100</c> every n-th request, <c>@first:2</c> the first attempts of each,
    /// <c>@requests:0,5,9</c> the numbers of admitted requests, from 0.
    /// </summary>
    /// <param name="text">Such as <c>status(503)@1%</c>.</param>
    /// <exception cref="FormatException">The text is no rule: the message says where, what stands
    /// there and what is allowed.</exception>
    public static FaultRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new FaultReader(text);
        var fault = FaultSyntax.Read(reader);
        if (reader.TrySkip('@'))
        {
            return new FaultRule(fault, FaultTrigger.Read(reader));
        }
        reader.End("'@' and which requests, or nothing more");
        return new FaultRule(fault, FaultTrigger.Always);
    }

    /// <summary>The text that <see cref="Parse(string)"/> reads back as the same rule.</summary>
    public override string ToString() => $"{Fault}{Trigger}";
}
