using System.Globalization;

namespace GatewayBench;

/// <summary>Writes every report of one run, what was measured first.</summary>
internal sealed class Reports
{
    private readonly Action<string>? _output;
    private readonly string? _folder;

    private Reports(Action<string>? output, string? folder)
    {
        _output = output;
        _folder = folder;
    }

    /// <summary>Makes the run's folder, so that one that can't be written is known before the run.</summary>
    /// <exception cref="ReportException">It can't be made.</exception>
    public static Reports Open(RunOptions options, DateTimeOffset started)
    {
        if (options.OutputDirectory is not { } parent)
        {
            return new Reports(options.Output, null);
        }
        var time = started.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Path.GetFullPath(parent), $"{FileNames.Of(options.Name)}-{time}");
        folder = Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => $"{folder}-{number}")
            .Prepend(folder)
            .First(path => !Path.Exists(path));
        Guarded(folder, () => Directory.CreateDirectory(folder));
        return new Reports(options.Output, folder);
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
            () =>
            {
                var path = Path.Combine(folder, "result.json");
                File.WriteAllBytes(path + ".tmp", ResultFile.Serialize(result));
                File.Move(path + ".tmp", path, overwrite: true);
            }
        );
    }

    /// <summary>Prints the report, then writes the files.</summary>
    /// <exception cref="ReportException">They can't be written.</exception>
    public void Finish(LoadResult result)
    {
        foreach (var line in ConsoleReport.Lines(result))
        {
            _output?.Invoke(line);
        }
        if (_folder is not { } folder)
        {
            return;
        }
        Store(result);
        var page = Path.Combine(folder, "report.md");
        Guarded(
            folder,
            () =>
            {
                HistogramLogs.Write(result, folder);
                File.WriteAllLines(page, MarkdownReport.Lines(result));
            }
        );
        _output?.Invoke("");
        _output?.Invoke($"Report  {page}");
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
                    + $" {Variables.OutputDirectory}.",
                e
            );
        }
    }
}
