namespace GatewayBench;

/// <summary>How often a row's checks passed, those of its parts included.</summary>
internal static class CheckTable
{
    public static Markup Of(RowResult row)
    {
        (string Of, CheckResult Check)[] checks = [.. All(row)];
        if (checks.Length == 0)
        {
            return Markup.None;
        }
        var table = new DataTable(
            "Checks of replies",
            ["Check", "Of", "Passed", "Seen", "Share"],
            [
                .. checks.Select(one =>
                    (Markup[])
                        [
                            ForeignText.Name(one.Check.Name),
                            ForeignText.Name(one.Of),
                            .. DataTable.Texts(
                                Units.Count(one.Check.Passed),
                                Units.Count(one.Check.Total),
                                one.Check.Total > 0
                                    ? Units.Percent((double)one.Check.Passed / one.Check.Total)
                                    : Units.Nothing
                            ),
                        ]
                ),
            ]
        );
        return Markup.Of($"<h4>Checks</h4>\n{table.Html}");
    }

    public static IEnumerable<(string Of, CheckResult Check)> All(RowResult row) =>
        row
            .Checks.Select(check => (row.Name, check))
            .Concat(
                PartLines.Flat(row.Parts).SelectMany(p => p.Checks.Select(check => (p.Name, check)))
            );
}
