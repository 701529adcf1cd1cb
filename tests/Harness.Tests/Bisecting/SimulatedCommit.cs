namespace GatewayBench.Tests.Bisecting;

/// <summary>How fast a commit truly is, or why it can't be measured.</summary>
/// <param name="Speed">1 is as the good one.</param>
/// <param name="Fault">Null if it builds and starts.</param>
internal sealed record SimulatedCommit(double Speed, string? Fault = null)
{
    /// <summary>64 commits after the good one, which is number 0, of which one made it a fifth slower.</summary>
    /// <param name="culprit">Its number.</param>
    /// <param name="broken">Those that don't build; the last one builds and does not start.</param>
    public static SimulatedCommit[] History(int culprit, params int[] broken) =>
        [
            .. Enumerable
                .Range(0, 65)
                .Select(i => new SimulatedCommit(
                    i < culprit ? 1 : 0.8,
                    broken.Contains(i)
                        ? i == broken[^1]
                            ? "does not start"
                            : "does not build"
                        : null
                )),
        ];
}
