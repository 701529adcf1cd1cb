using System.Diagnostics;

namespace GatewayBench.Tests.Baselines;

public sealed class BisectAdviceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_commands_are_what_git_takes()
    {
        var repository = Directory.CreateDirectory(Path.Combine(_folder, "repository")).FullName;
        Git(repository, "init -q");
        for (var i = 0; i < 4; i++)
        {
            Git(
                repository,
                $"-c user.name=t -c user.email=t@example.org commit -q --allow-empty -m {i}"
            );
        }
        var (good, bad) = (Git(repository, "rev-parse HEAD~3"), Git(repository, "rev-parse HEAD"));

        var commands = BisectAdvice
            .Lines(Dropped(), good, bad)
            .Where(line => line.StartsWith("  git ", StringComparison.Ordinal))
            // What follows is for the reader.
            .Select(line => line[2..].Split("    ")[0].TrimEnd()[4..])
            .ToList();

        Assert.Equal(7, commands.Count);
        Assert.All(commands, command => Git(repository, command));
    }

    [Fact]
    public void A_step_is_judged_half_way_between_good_and_bad()
    {
        var text = string.Join('\n', BisectAdvice.Lines(Dropped(), "a", "b"));

        // The square root of 0.64.
        Assert.Contains("below 0.80 of that", text, StringComparison.Ordinal);
        Assert.Contains("'GET /health, 32 users'", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bisect run", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_commit_can_not_be_bisected() =>
        Assert.Contains(
            "nothing to bisect",
            Assert.Single(BisectAdvice.Lines(Dropped(), "a", "a")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Unknown_commits_are_left_to_be_filled_in()
    {
        var lines = BisectAdvice.Lines(Dropped(), null, "b").ToList();

        Assert.Contains("  git bisect start b GOOD", lines);
        Assert.StartsWith("GOOD and BAD are for you", lines[^1], StringComparison.Ordinal);
    }

    private static RowComparison[] Dropped() =>
        [.. BaselineCheck.Of(Runs.Recorded(Runs.Of(1_000)), Runs.Of(640, day: 9), 0.2).Dropped];

    private static string Git(string folder, string arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, $"git {arguments}: {git.StandardError.ReadToEnd()}");
        return output.Trim();
    }
}
