using System.Globalization;

namespace GatewayBench.Cli;

/// <summary>The comparisons of an ablation, each with a folder of its own in one that can be gone on with.</summary>
internal sealed class AblationFolder
{
    private readonly string _path;
    private readonly PairedComparison[] _all;

    private AblationFolder(string path, PairedComparison[] all) => (_path, _all) = (path, all);

    public IReadOnlyList<PairedComparison> All => _all;

    /// <summary>The first one that is not over; null once all are.</summary>
    public int? Next =>
        Array.FindIndex(_all, one => !Ablation.IsOver(one)) is var next and >= 0 ? next : null;

    public PairedComparison this[int number] => _all[number];

    /// <param name="resumed">The folder of one that is gone on with; null for a new one.</param>
    /// <param name="parent">Where a new one gets its folder.</param>
    /// <param name="fresh">The comparisons as they would begin.</param>
    /// <exception cref="UsageException">What is resumed is of something else.</exception>
    public static AblationFolder Open(
        string? resumed,
        string parent,
        IReadOnlyList<PairedComparison> fresh
    )
    {
        if (resumed is not null && !Directory.Exists(resumed))
        {
            throw new UsageException(
                $"--resume is '{resumed}'; allowed: the folder of an ablation."
            );
        }
        var path = resumed ?? PairSession.NewFolder(parent, fresh[0]);
        return new AblationFolder(
            path,
            [
                .. fresh.Select(
                    (one, number) =>
                        PathOf(path, number) is var folder
                        && File.Exists(Path.Combine(folder, PairedComparison.FileName))
                            ? PairSession.Resume(folder, one)
                            : one
                ),
            ]
        );
    }

    public string FolderOf(int number) => Directory.CreateDirectory(PathOf(_path, number)).FullName;

    public void Keep(int number, PairedComparison comparison) => _all[number] = comparison;

    /// <summary>What is measured next, and how long all of it takes yet.</summary>
    public string Progress()
    {
        var next = Next!.Value;
        var left = Ablation.PairsLeft(_all);
        var time = Ablation.SecondsAPair(_all) is { } seconds
            ? $", {TimeSpan.FromSeconds(Math.Round(left * seconds)).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)} left in all"
            : "";
        return $"setting {next + 1} of {_all.Length}: {AblationPage.SwitchOf(_all[next])}{time}";
    }

    /// <summary>What all of them say so far, if there is anything.</summary>
    public void Report(TextWriter output)
    {
        if (_all.All(one => one.Pairs.Count == 0))
        {
            return;
        }
        var page = AblationPage.Of(_all);
        foreach (var line in ConsoleReport.Lines(page))
        {
            output.WriteLine(line);
        }
        var report = ReportFile.OfLines("report.md", MarkdownReport.Lines(page));
        WholeFile.Write(Path.Combine(_path, report.Name), report.Utf8);
        output.WriteLine();
        output.WriteLine($"Report  {Path.Combine(_path, report.Name)}");
    }

    private static string PathOf(string folder, int number) =>
        Path.Combine(folder, (number + 1).ToString(CultureInfo.InvariantCulture));
}
