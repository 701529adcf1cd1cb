using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The bench file of a run, whose place some options can't take.</summary>
internal sealed class BenchArgument
{
    public BenchArgument() =>
        // Else a mistyped option would be taken for a file.
        File.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError(
                    $"'{token.Value}' is no option and no bench file; allowed: see --help."
                );
            }
        });

    public Argument<string?> File { get; } =
        new("bench")
        {
            HelpName = "bench file",
            Description =
                "A file of YAML or JSON that holds the whole experiment: see docs/bench.md. Options win "
                + "over variables, variables over the file.",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <param name="parsed">The command line.</param>
    /// <param name="replaced">Options that say what the file says.</param>
    /// <returns>Null for a run without one.</returns>
    /// <exception cref="BenchException">It can't be read.</exception>
    /// <exception cref="UsageException">One of those options is given beside it.</exception>
    public BenchPlan? Read(ParseResult parsed, params ReadOnlySpan<Option> replaced)
    {
        if (parsed.GetValue(File) is not { } path)
        {
            return null;
        }
        foreach (var option in replaced)
        {
            if (parsed.IsGiven(option))
            {
                throw new UsageException(
                    $"{option.Name} is given with the bench file '{path}', which says what users do; "
                        + "allowed: one of the two."
                );
            }
        }
        return BenchFile.Read(path);
    }
}
