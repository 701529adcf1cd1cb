using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>An experiment that is done once more.</summary>
/// <param name="Before">What it came to.</param>
/// <param name="Command">Its command line, with what is given in place of it.</param>
/// <param name="Settings">What the environment gave then.</param>
internal sealed record Repeated(LoadResult Before, ParseResult Command, LoadSettings Settings)
{
    /// <summary>Its variables, but for where results are written, which is the environment's of now.</summary>
    /// <exception cref="SettingException">The environment of now has others.</exception>
    public LoadSettings Under(LoadSettings now)
    {
        string[] others = [.. now.Given.Where(name => name != Variables.OutputDirectory)];
        now.RefuseGiven("--again takes it from the result; unset it", others);
        return now.Given.Count == 0
            ? Settings
            : Settings with
            {
                OutputDirectory = now.OutputDirectory,
                Given = new HashSet<string>(Settings.Given) { Variables.OutputDirectory },
            };
    }
}
