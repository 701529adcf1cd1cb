using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The option that gives a hosted gateway's configuration; errors don't repeat its values.</summary>
internal static class SettingOption
{
    public static Option<BenchSetting[]> Create() => Create("--setting", "the gateway");

    /// <param name="name">Of the option.</param>
    /// <param name="of">Whose configuration it is.</param>
    public static Option<BenchSetting[]> Create(string name, string of) =>
        new(name)
        {
            HelpName = "key=value",
            Description =
                $"A configuration value of {of}, such as Auth:Enabled=false; can be given again. "
                + "Reports show it, unless its key is that of a secret.",
            CustomParser = result =>
            {
                var settings = new List<BenchSetting>();
                foreach (var token in result.Tokens)
                {
                    if (token.Value.Split('=', 2) is [{ Length: > 0 } key, var value])
                    {
                        settings.Add(new BenchSetting(key, value, IsSecret: false));
                    }
                    else
                    {
                        result.AddError(
                            $"{name} is no configuration value; allowed: KEY=VALUE, with colons in "
                                + "the key of a nested one."
                        );
                    }
                }
                return [.. settings];
            },
        };
}
