namespace GatewayBench;

/// <summary>Says how many there were at a moment of a row.</summary>
internal static class CrowdText
{
    /// <summary>
    /// Users of a closed load; of an open one exchanges in flight, as nobody counts who has not come yet.
    /// </summary>
    public static string Of(RowResult row, int count) =>
        row.Users is null ? $"{Units.Count(count)} in flight" : ClosedLoad.UsersText(count);
}
