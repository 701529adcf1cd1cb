namespace GatewayBench;

/// <summary>One request through the gateway and directly, or why it says nothing.</summary>
/// <param name="Calls">How often the gateway asked its provider.</param>
/// <param name="Gateway">Through the gateway.</param>
/// <param name="Direct">Its calls, one after the other, directly.</param>
/// <param name="LeftOut">Why it counts for nothing; null where it counts.</param>
internal sealed record OverheadPair(int Calls, ArmTimes Gateway, ArmTimes Direct, string? LeftOut)
{
    /// <summary>What the gateway's next call may overlap its last one by: an answer is read before its sender is done.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMilliseconds(1);

    /// <summary>What keeps a request from being sent directly.</summary>
    /// <param name="gateway">How it went through the gateway.</param>
    /// <param name="calls">What came to the provider of it.</param>
    /// <param name="clock">Of the calls.</param>
    /// <returns>Null for nothing.</returns>
    public static string? Obstacle(ArmTimes gateway, TapedCall[] calls, TimeProvider clock) =>
        gateway.Outcome != Outcome.Success ? $"gateway: {gateway.Outcome.Label()}"
        : calls.Length == 0 ? "the provider saw no call of it"
        : calls.Any(call => call.Status >= 400) ? "the provider refused a call of it"
        : AreSideBySide(calls, clock) ? "its calls were side by side"
        : null;

    private static bool AreSideBySide(TapedCall[] calls, TimeProvider clock) =>
        calls
            .Zip(calls.Skip(1))
            .Any(two =>
                two.First.Left == long.MaxValue
                || clock.GetElapsedTime(two.Second.Came, two.First.Left) > Overlap
            );
}
