namespace GatewayBench.LoadBaseline;

/// <summary>The rows of the baseline, by the names that GATEWAYBENCH_ROWS takes.</summary>
internal static class BaselineRows
{
    private static readonly string[] Groups = ["core", "all"];

    /// <summary>The named rows: each at every number of users, but those that wait for the provider only at the largest.</summary>
    /// <exception cref="SettingException">A name is not that of a row.</exception>
    public static IReadOnlyList<Row> Select(LoadSettings settings, Gateways gateways)
    {
        int[] all = [.. settings.Concurrency.Order()];
        int[] most = [all[^1]];
        (string Name, GatewayHost<Program> Gateway, Scenario Scenario, int[] Users)[] catalogue =
        [
            ("health-live", gateways.Instant, GatewayScenarios.Health("/health/live"), all),
            ("health", gateways.Instant, GatewayScenarios.Health("/health"), all),
            ("metrics", gateways.Instant, GatewayScenarios.Metrics(), all),
            ("chat", gateways.Instant, GatewayScenarios.Chat(), all),
            ("chat-tail", gateways.Tailed, Chat("tail"), most),
            (
                "chat-rate-limited",
                gateways.RateLimited,
                Chat("over quota").Expect(Outcome.RateLimited),
                most
            ),
        ];

        string[] names = [.. catalogue.Select(row => row.Name)];
        if (settings.Rows.Except([.. Groups, .. names]).FirstOrDefault() is { } unknown)
        {
            throw new SettingException(
                Variables.Rows,
                unknown,
                $"{string.Join(", ", Groups)}, or names out of {string.Join(", ", names)}"
            );
        }
        var everything = settings.Rows.Intersect(Groups).Any();
        var selected = catalogue
            .Where(row => everything || settings.Rows.Contains(row.Name))
            .ToList();
        // One port serves one gateway: that of the first row takes the one that was asked for.
        selected[0].Gateway.UsePort(settings.Port);
        selected.ForEach(row => row.Gateway.UseTransport(settings.Transport));
        return
        [
            .. from row in selected
            from users in row.Users
            select new Row(row.Gateway, row.Scenario, Load.Closed(users, settings.Duration)),
        ];
    }

    private static Scenario Chat(string what) =>
        GatewayScenarios.Chat().Named($"POST /api/chat, {what}");
}
