using System.Diagnostics;

namespace GatewayBench.Support;

/// <summary>A git repository of a user's, in a folder that goes with it.</summary>
public sealed class TestRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gatewaybench-repo");

    public TestRepository() => Git("init", "-q", "-b", "trunk");

    public string Folder => _folder.FullName;

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Writes a file and commits it.</summary>
    /// <returns>The commit.</returns>
    public string Commit(string message, string file, string content)
    {
        Write(file, content);
        Git("add", "--", file);
        Git("commit", "-q", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    public void Write(string file, string content)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>
    /// Leaves everything in it that must not get lost: a stash, a staged file, a changed one, an
    /// untracked one, and a bisection of the user's own. Takes three commits.
    /// </summary>
    public void MakeBusy()
    {
        const string File = "readme.txt";
        Write(File, "stashed");
        Git("stash", "push", "-q");
        Git("bisect", "start", "HEAD", "HEAD~2");
        Write("staged.txt", "staged");
        Git("add", "staged.txt");
        Write("staged.txt", "and changed since");
        Write("untracked.txt", "untracked");
    }

    /// <summary>All that a user would miss: branch, refs, index, stash, worktrees, files and the bisection.</summary>
    public string State() =>
        string.Join(
            '\n',
            Git("status", "--porcelain=v2", "--branch", "--untracked-files=all"),
            Git("rev-parse", "HEAD"),
            Git("ls-files", "--stage"),
            Git("stash", "list"),
            Git("for-each-ref"),
            Git("worktree", "list", "--porcelain"),
            string.Join(
                '\n',
                Directory
                    .EnumerateFiles(PathOf(".git"), "*", SearchOption.AllDirectories)
                    .Where(file => !file.Contains("objects", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}")
            )
        );

    /// <returns>What git said.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "git",
            [
                "-C",
                Folder,
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "commit.gpgsign=false",
                .. arguments,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException(
                $"git {string.Join(' ', arguments)}: {error.Result}"
            );
    }

    public void Dispose()
    {
        // Git makes its objects read-only, which Windows doesn't delete.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }
        _folder.Delete(recursive: true);
    }
}
