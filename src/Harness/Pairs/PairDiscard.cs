namespace GatewayBench;

/// <summary>
/// Why a pair counts for nothing. Each rule treats both arms alike and looks at no ratio, so that
/// leaving a pair out can't favour either.
/// </summary>
internal static class PairDiscard
{
    /// <param name="a">What A did.</param>
    /// <param name="b">What B did.</param>
    /// <param name="host">What the machine did meanwhile.</param>
    /// <param name="primary">The metric that decides.</param>
    /// <returns>Null for a pair that counts.</returns>
    public static string? Of(ArmFigures a, ArmFigures b, HostActivity host, PairedMetric primary)
    {
        var trust = new Trust
        {
            StealShare = host.Steal,
            MemoryPressure = host.MemoryPressure,
            IoPressure = host.IoPressure,
            ThrottledShare = host.Throttled,
        };
        return HostGates.Steal(trust)
            ?? HostGates.Throttling(trust)
            ?? HostGates.Memory(trust)
            ?? HostGates.Io(trust)
            ?? OfFaults(a, b)
            ?? OfArm(ArmSide.A, Missing(a, primary))
            ?? OfArm(ArmSide.B, Missing(b, primary));
    }

    /// <summary>The same of a row that does not decide: what the arms themselves did wrong.</summary>
    public static string? OfFaults(ArmFigures a, ArmFigures b) =>
        OfArm(ArmSide.A, a.Fault) ?? OfArm(ArmSide.B, b.Fault);

    private static string? Missing(ArmFigures arm, PairedMetric primary) =>
        arm.Of(primary) is null ? $"no {primary.Name}, which decides" : null;

    private static string? OfArm(ArmSide side, string? fault) =>
        fault is null ? null : $"{side}: {fault}";
}
