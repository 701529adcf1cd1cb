using System.Globalization;

namespace GatewayBench;

/// <summary>Writes every report of a run.</summary>
internal static class Reports
{
    public static void Write(LoadResult result, RunOptions options)
    {
        string? folder = null;
        if (options.OutputDirectory is { } parent)
        {
            folder = FolderOf(result, parent);
            Directory.CreateDirectory(folder);
            // First what nothing else can bring back.
            File.WriteAllBytes(Path.Combine(folder, "result.json"), ResultFile.Serialize(result));
            HistogramLogs.Write(result, folder);
            File.WriteAllLines(Path.Combine(folder, "report.md"), MarkdownReport.Lines(result));
        }
        if (options.Output is { } output)
        {
            foreach (var line in ConsoleReport.Lines(result))
            {
                output(line);
            }
            if (folder is not null)
            {
                output("");
                output($"Report  {Path.Combine(folder, "report.md")}");
            }
        }
    }

    private static string FolderOf(LoadResult result, string parent) =>
        Path.Combine(
            Path.GetFullPath(parent),
            result.Name
                + "-"
                + result.StartedAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)
        );
}
