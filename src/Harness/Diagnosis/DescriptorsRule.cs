namespace GatewayBench;

/// <summary>Open files and sockets come near the limit.</summary>
internal static class DescriptorsRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "descriptors",
            Title = "descriptor exhaustion",
            Read = signals =>
                signals.Facts.Descriptors is > 0 and { } most
                && signals.Max(new SeriesPattern("process.open_descriptors")) is { } open
                    ? open with
                    {
                        Values = [.. open.Values.Select(value => value / most)],
                    }
                    : null,
            Floor = 0.9,
            Cause =
                "connections are opened faster than they are closed, or the limit is a shell's default",
            NextStep = "raise the limit (ulimit -n), and reuse clients and connections",
        };
}
