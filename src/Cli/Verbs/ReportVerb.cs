using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench report</c>: a stored result in another form.</summary>
internal sealed class ReportVerb : Command
{
    private readonly Argument<string> _result = new("result")
    {
        Description = "A result.json, or the folder of its run.",
    };

    private readonly Option<string> _format = OptionOf.Choice(
        "--format",
        "What is made of it. [default: html]",
        [.. ReportFormat.All.Select(format => format.Name)]
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        "Where its files go. [default: text to the standard output, else beside the result]"
    );

    private readonly Option<string> _store = BaselineVerb.StoreOption();

    public ReportVerb()
        : base(
            "report",
            "Renders a stored result again: the page (html), the text for a pull request (markdown), the "
                + "report of the run (console), the result itself (json), or tables for other tools (csv, "
                + "hgrm). It judges nothing. Exit codes: 0 rendered, 2 wrong usage, or a result that can't "
                + "be read or a folder that can't be written."
        )
    {
        Arguments.Add(_result);
        Add(_format);
        Add(_out);
        Add(_store);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var path = parsed.GetRequiredValue(_result);
        var name = parsed.GetValue(_format) ?? ReportFormat.Html.Name;
        var format = ReportFormat.All.Single(one => one.Name == name);
        var files = format.Files(
            StoredResult.Read(path),
            new BaselineStore(parsed.GetRequiredValue(_store))
        );
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_out) is null && format.IsText)
        {
            foreach (var file in files)
            {
                await output.WriteAsync(file.Text.AsMemory(), stop);
            }
            return ExitCodes.Success;
        }
        var folder = parsed.GetValue(_out) ?? FolderOf(path);
        foreach (var file in files)
        {
            Write(file, folder);
            await output.WriteLineAsync(Path.Combine(folder, file.Name).AsMemory(), stop);
        }
        return ExitCodes.Success;
    }

    private static string FolderOf(string path) =>
        Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;

    private void Write(ReportFile file, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(Path.Combine(folder, file.Name), file.Utf8);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                $"{file.Name} can't be written to '{folder}'; allowed: a folder that can be written, "
                    + $"with room ({_out.Name}). {e.Message}"
            );
        }
    }
}
