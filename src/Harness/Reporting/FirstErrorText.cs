namespace GatewayBench;

/// <summary>Says when a row's first failure of a class came, as behind a count of them.</summary>
internal static class FirstErrorText
{
    /// <returns>Such as <c>, first at 90 users, 4:30</c>; nothing where it is not known.</returns>
    public static string Of(RowResult row, Outcome outcome) =>
        row.FirstErrors.FirstOrDefault(first => first.Outcome == outcome) is { } first
            ? $", first {Users(row, first.Users)}{Units.Moment(first.Second)}"
            : "";

    private static string Users(RowResult row, int? users) =>
        users is { } count ? $"{Preposition(row)} {CrowdText.Of(row, count)}, " : "at ";

    /// <summary>As <c>at 90 users</c> and <c>with 90 in flight</c>.</summary>
    public static string Preposition(RowResult row) => row.Users is null ? "with" : "at";
}
