using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>Options that set configuration values of a gateway, as <c>KEY=VALUE</c>.</summary>
internal static class SettingsOption
{
    /// <summary>It can be given again, the last of a key wins; unlike others it does not repeat a bad value, which may be a secret.</summary>
    public static Option<Dictionary<string, string>> Create(string name, string description) =>
        new(name)
        {
            HelpName = "key=value",
            Description = description,
            DefaultValueFactory = _ => [],
            CustomParser = result =>
            {
                var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var token in result.Tokens)
                {
                    var end = token.Value.IndexOf('=', StringComparison.Ordinal);
                    if (end > 0)
                    {
                        settings[token.Value[..end]] = token.Value[(end + 1)..];
                    }
                    else
                    {
                        result.AddError(
                            $"{name} is no setting; allowed: KEY=VALUE, such as Auth:Enabled=false."
                        );
                    }
                }
                return settings;
            },
        };
}
