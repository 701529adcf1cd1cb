namespace GatewayBench.LoadBaseline;

/// <summary>Makes the rows that GATEWAYBENCH_ROWS names.</summary>
internal static class BaselineRows
{
    private const string Core = "core";
    private const string All = "all";

    /// <exception cref="SettingException">A name is not that of a row.</exception>
    public static async Task<IReadOnlyList<Row>> SelectAsync(
        LoadSettings settings,
        Gateways gateways
    )
    {
        var selected = Select(settings.Rows, Catalogue.Of(settings, gateways));
        var rows = new List<Row>();
        foreach (var row in selected)
        {
            var gateway = await row.Gateway();
            gateway.UseTransport(settings.Transport);
            rows.AddRange(
                row.Users.Select(users => new Row(
                    gateway,
                    row.Scenario,
                    Load.Closed(users, settings.Duration)
                )
                {
                    ComparedTo = row.ComparedTo,
                })
            );
        }
        // One port serves one gateway: that of the first row takes the one that was asked for.
        ((GatewayHost<Program>)rows[0].Target).UsePort(settings.Port);
        return rows;
    }

    private static List<BaselineRow> Select(
        IReadOnlyList<string> names,
        IReadOnlyList<BaselineRow> catalogue
    )
    {
        string[] known = [.. catalogue.Select(row => row.Name)];
        if (names.Except([Core, All, .. known]).FirstOrDefault() is { } unknown)
        {
            throw new SettingException(
                Variables.Rows,
                unknown,
                $"{Core}, {All}, or names out of {string.Join(", ", known)}"
            );
        }
        return
        [
            .. catalogue.Where(row =>
                names.Contains(All)
                || (row.IsCore && names.Contains(Core))
                || names.Contains(row.Name)
            ),
        ];
    }
}
