using System.Diagnostics;

namespace GatewayBench.Tests.Revisions;

/// <summary>A user's repository with two commits, a stash, a change that is staged and one that is not.</summary>
internal sealed class UserRepository : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public UserRepository()
    {
        Git("init", "--quiet", "--initial-branch=main");
        Directory.CreateDirectory(Path.GetDirectoryName(Project)!);
        Commit("first");
        Commit("second");
        File.WriteAllText(Project, "stashed");
        Git("stash", "--quiet");
        File.WriteAllText(Project, "staged");
        Git("add", "--all");
        File.WriteAllText(Project, "not staged");
    }

    public string Folder => Path.Combine(_root, "repository");

    /// <summary>Its text is the commit's message.</summary>
    public string Project => Path.Combine(Folder, "src", "Gateway", "Gateway.csproj");

    /// <summary>Elsewhere.</summary>
    public string Cache => Path.Combine(_root, "builds");

    /// <summary>All that a user could see of a change.</summary>
    public string State =>
        string.Join(
            "\n--\n",
            Git("status", "--porcelain=v2", "--branch", "--show-stash"),
            Git("worktree", "list", "--porcelain"),
            Git("stash", "list"),
            Git("diff"),
            Git("diff", "--cached"),
            Git("for-each-ref"),
            File.ReadAllText(Project)
        );

    public string CommitOf(string revision) => Git("rev-parse", revision).Trim();

    /// <summary>What comes before a checkout of the user's own, and is none of ours.</summary>
    public void AddHook(string script)
    {
        var path = Path.Combine(Folder, ".git", "hooks", "post-checkout");
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
    }

    public string Git(params string[] arguments)
    {
        Directory.CreateDirectory(Folder);
        var start = new ProcessStartInfo(
            "git",
            [
                "-C",
                Folder,
                "-c",
                "user.name=user",
                "-c",
                "user.email=user@example.com",
                .. arguments,
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Commit(string message)
    {
        File.WriteAllText(Project, message);
        Git("add", "--all");
        Git("commit", "--quiet", $"--message={message}");
    }
}
