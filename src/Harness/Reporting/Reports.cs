namespace GatewayBench;

/// <summary>Writes every report of one run, what was measured first.</summary>
internal sealed class Reports
{
    private const string PageName = "report.html";

    private readonly Action<string>? _output;
    private readonly string? _folder;
    private readonly BaselineStore? _baselines;

    private Reports(RunOptions options, string? folder)
    {
        _output = options.Output;
        _folder = folder;
        _baselines = options.BaselineDirectory is { } store ? new BaselineStore(store) : null;
    }

    /// <summary>Makes the run's folder, so that one that can't be written is known before the run.</summary>
    /// <exception cref="ReportException">It can't be made.</exception>
    public static Reports Open(RunOptions options, DateTimeOffset started)
    {
        if (options.OutputDirectory is not { } parent)
        {
            return new Reports(options, null);
        }
        var folder = RunFolder.New(parent, options.Name, started);
        Guarded(folder, () => Directory.CreateDirectory(folder));
        return new Reports(options, folder);
    }

    /// <summary>Stores what there is so far: a process that dies in the next row takes nothing along.</summary>
    /// <exception cref="ReportException">It can't be written.</exception>
    public void Store(LoadResult result)
    {
        if (_folder is not { } folder)
        {
            return;
        }
        Guarded(
            folder,
            () => WholeFile.Write(Path.Combine(folder, "result.json"), ResultFile.Serialize(result))
        );
    }

    /// <summary>Stores the result, prints the report, then writes the other files.</summary>
    /// <exception cref="ReportException">They can't be written.</exception>
    public void Finish(LoadResult result)
    {
        try
        {
            // First: after a Ctrl-C whoever reads the output may be gone, and we may be next.
            Store(result);
        }
        finally
        {
            Print(ConsoleReport.Lines(result));
        }
        if (_folder is not { } folder)
        {
            return;
        }
        WriteOthers(result, folder);
        Print(["", $"Report  {Path.Combine(folder, PageName)}"]);
    }

    /// <summary>Each by itself: one that fails costs none of the others, and the result is stored already.</summary>
    private void WriteOthers(LoadResult result, string folder)
    {
        Action[] writers =
        [
            () => HistogramLogs.Write(result, folder),
            () => Write(ReportFormat.Markdown),
            () => Write(ReportFormat.Html),
        ];
        var failures = new List<ReportException>();
        foreach (var writer in writers)
        {
            try
            {
                Guarded(folder, writer);
            }
            catch (ReportException failure)
            {
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
        {
            throw failures[0];
        }

        void Write(ReportFormat format)
        {
            foreach (var file in format.Files(result, _baselines))
            {
                WholeFile.Write(Path.Combine(folder, file.Name), file.Utf8);
            }
        }
    }

    private void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _output?.Invoke(line);
        }
    }

    private static void Guarded(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportException(
                $"Reports can't be written to '{folder}': {e.Message} Name another folder with"
                    + $" {Variables.OutputDirectory}, or by the tool's --out, which beats it.",
                e
            );
        }
    }
}
