using System.CommandLine;

namespace GatewayBench.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_verbs_and_the_exit_codes()
    {
        var result = await ToolProcess.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "Usage: gatewaybench <command> [options]",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("provider", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 wrong usage", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Help_of_every_verb_has_all_its_options_in_100_columns()
    {
        var root = CommandLine.Parse([]).CommandResult.Command;
        var verbs = root.Subcommands.SelectMany(verb => verb.Subcommands.Prepend(verb)).ToList();

        foreach (var verb in verbs)
        {
            var path =
                verb.Parents.OfType<Command>().Single() is var parent && parent == root
                    ? verb.Name
                    : $"{parent.Name} {verb.Name}";
            var help = await ToolInProcess.RunAsync([.. path.Split(' '), "--help"]);

            Assert.Equal((0, ""), (help.ExitCode, help.Error));
            Assert.Contains($"Usage: gatewaybench {path}", help.Output, StringComparison.Ordinal);
            Assert.All(
                help.Output.Split('\n'),
                line => Assert.InRange(line.TrimEnd().Length, 0, 100)
            );
            Assert.All(
                verb.Options.Select(option => option.Name).Append("--help"),
                name => Assert.Matches($"(?m)^  {name}\\b", help.Output)
            );
        }
        Assert.Equal(20, verbs.Count);
        Assert.Contains(
            "machine. [default: baselines]",
            (await ToolInProcess.RunAsync("merge", "--help")).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("new")]
    [InlineData("run", "--target", "http://127.0.0.1:1", "--users", "1")]
    [InlineData("report", "a")]
    [InlineData("diff", "a", "b")]
    [InlineData("compare", "a", "b", "c")]
    [InlineData("noise", "a")]
    [InlineData("ablate", "a")]
    [InlineData("overhead", "a")]
    [InlineData("sweep", "a")]
    [InlineData("bisect", "a", "--good", "a", "--bad", "b")]
    [InlineData("merge", "a", "b")]
    [InlineData("prompts", "--from", "a", "--out", "b")]
    [InlineData("baseline", "record", "a")]
    [InlineData("baseline", "check", "a")]
    [InlineData("baseline", "list")]
    [InlineData("doctor")]
    public async Task An_option_that_a_verb_does_not_know_is_named_and_ends_with_2(
        params string[] args
    )
    {
        var result = await ToolInProcess.RunAsync([.. args, "--no-such-option"]);

        var verb = string.Join(' ', args.Take(args[0] == "baseline" ? 2 : 1));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("'--no-such-option'", result.Error, StringComparison.Ordinal);
        Assert.Contains($"See: gatewaybench {verb} --help", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "gatewaybench: No command is given; allowed: provider, run, report, diff, compare, noise, ablate, overhead, sweep, bisect, bisect-step, merge, prompts, new, baseline, doctor.\nSee:"
    )]
    [InlineData(
        "gatewaybench: 'bogus' is no command; allowed: provider, run, report, diff, compare, noise, ablate, overhead, sweep, bisect, bisect-step, merge, prompts, new, baseline, doctor.\nSee:",
        "bogus"
    )]
    [InlineData(
        "gatewaybench: No command is given; allowed: record, check, list.\nSee: gatewaybench baseline --help",
        "baseline"
    )]
    [InlineData("'recall' is no command; allowed: record, check, list.", "baseline", "recall")]
    [InlineData("'--page'", "baseline", "list", "--page", "x")]
    [InlineData("See: gatewaybench baseline list --help", "baseline", "list", "--odd")]
    [InlineData("--repeats is '2'; allowed: 3 to 1000.", "doctor", "--repeats", "2")]
    [InlineData("'extra'", "provider", "extra")]
    [InlineData("'--prot'", "provider", "--prot", "1")]
    public async Task Wrong_usage_is_named_and_ends_with_2(string expected, params string[] args)
    {
        var result = await ToolInProcess.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}
