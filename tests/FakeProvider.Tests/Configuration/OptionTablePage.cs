namespace GatewayBench.FakeProviderTests;

/// <summary>The table of all options as Markdown.</summary>
internal static class OptionTablePage
{
    public static string Text()
    {
        var defaults = new FakeProviderOptions();
        return string.Concat(
            OptionTable
                .All.Select(setting =>
                    $"| `{setting.Key}` | `{setting.Flag}` | {setting.Meaning} | "
                    + $"`{setting.TextOf(defaults)}` | {Escaped(setting.Allowed)}{Again(setting)} |\n"
                )
                .Prepend("|---|---|---|---|---|\n")
                .Prepend("| key | flag | meaning | default | allowed |\n")
        );
    }

    private static string Again(OptionSetting setting) => setting.IsList ? "; a list" : "";

    private static string Escaped(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal);
}
