using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>Makes the argument of verbs that take several results.</summary>
internal static class ResultArgument
{
    /// <summary>What looks like an option is none of the files: the parser itself would take it for one.</summary>
    public static Argument<string[]> Several(string name, string description, ArgumentArity arity)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = arity };
        argument.Validators.Add(result =>
        {
            var odd = result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-'));
            if (odd is not null)
            {
                result.AddError(
                    $"'{odd.Value}' is no option here; allowed: those of --help, and results (one whose "
                        + $"name begins like that as ./{odd.Value})."
                );
            }
        });
        return argument;
    }
}
