namespace GatewayBench.VerdictTruth;

/// <summary>A git repository of a small gateway, in a folder that goes with it.</summary>
internal sealed class CulpritRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verdict-truth-repo");
    private readonly List<string> _commits = [];
    private CulpritPlan? _plan;

    private string Source => Path.Combine(_folder.FullName, "repository");

    /// <summary>Beside the repository, as a user's would be.</summary>
    public string Bench => Path.Combine(_folder.FullName, "bench.yaml");

    public string Builds => Path.Combine(_folder.FullName, "builds");

    public string Good => _commits[0];

    public string Bad => _commits[^1];

    public string Culprit => _commits[_plan!.Culprit];

    public IReadOnlyList<string> Hidden => [.. _plan!.Hidden.Select(number => _commits[number])];

    /// <param name="plan">What is wrong with which commit.</param>
    /// <param name="rounds">Of work that the culprit adds to each request.</param>
    /// <param name="stop">Gives up.</param>
    public async Task FillAsync(CulpritPlan plan, int rounds, CancellationToken stop)
    {
        _plan = plan;
        Directory.CreateDirectory(Source);
        await GitAsync(stop, "init", "-q", "-b", "trunk");
        foreach (var file in Directory.EnumerateFiles(Tool.PathOf("eng", "BrokenWorker"), "*.cs"))
        {
            File.Copy(file, Path.Combine(Source, Path.GetFileName(file)));
        }
        Write("Gateway.csproj", CulpritSource.Project);
        await File.WriteAllTextAsync(Bench, CulpritSource.Bench(Source), stop);
        for (var number = 0; number <= CulpritPlan.Commits; number++)
        {
            Write("Changes.cs", CulpritSource.Change(plan, number));
            Write("appsettings.json", CulpritSource.Settings(plan, number, rounds));
            await GitAsync(stop, "add", ".");
            await GitAsync(stop, "commit", "-q", "-m", $"Change {number}");
            _commits.Add((await GitAsync(stop, "rev-parse", "HEAD")).Trim());
        }
    }

    /// <summary>Branch, index, stash, worktrees and files, as a user sees them.</summary>
    public async Task<string> StateAsync(CancellationToken stop) =>
        string.Join(
            '\n',
            await GitAsync(stop, "status", "--porcelain=v2", "--branch", "--untracked-files=all"),
            await GitAsync(stop, "rev-parse", "HEAD"),
            await GitAsync(stop, "ls-files", "--stage"),
            await GitAsync(stop, "stash", "list"),
            await GitAsync(stop, "for-each-ref"),
            await GitAsync(stop, "worktree", "list", "--porcelain")
        );

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string content) =>
        File.WriteAllText(Path.Combine(Source, file), content);

    private async Task<string> GitAsync(CancellationToken stop, params string[] arguments)
    {
        var (exitCode, output, error) = await GitProgram.RunAsync(
            Source,
            ["-c", "user.name=Truth", "-c", "user.email=truth@example.org", .. arguments],
            stop
        );
        return exitCode == 0
            ? output
            : throw new InvalidDataException($"git {string.Join(' ', arguments)}: {error}");
    }
}
