namespace GatewayBench;

/// <summary>Something that was not as it should be.</summary>
/// <param name="Row">The row's title; empty for the run as a whole.</param>
/// <param name="Name">By which it is found again in another result of the same experiment.</param>
/// <param name="Text">What a reader is told of it.</param>
internal sealed record Trouble(string Row, string Name, string Text)
{
    /// <summary>Of a suspect: when it set in, in seconds; null of all else.</summary>
    public double? Second { get; init; }

    public bool IsSuspect => Second is not null;

    public override string ToString() => Row.Length == 0 ? Text : $"{Row}: {Text}";
}
