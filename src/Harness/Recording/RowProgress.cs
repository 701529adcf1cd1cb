namespace GatewayBench;

/// <summary>How far a row has come.</summary>
/// <param name="Ended">Exchanges that ended, those of the warm-up included.</param>
/// <param name="ServiceSeconds">The sum of their service times.</param>
internal readonly record struct RowProgress(long Ended, double ServiceSeconds)
{
    public static RowProgress operator -(RowProgress later, RowProgress earlier) =>
        new(later.Ended - earlier.Ended, later.ServiceSeconds - earlier.ServiceSeconds);
}
