namespace GatewayBench.EndToEnd;

/// <summary>
/// Somebody with an empty folder and a shell: commands are run as they are written, at ports that are
/// free here.
/// </summary>
internal sealed class Newcomer : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly string _folder;
    private readonly (string Name, string Value)[] _variables;

    /// <summary>Those of the documentation, and those in their place.</summary>
    private readonly (string Documented, string Ours)[] _ports =
    [
        ("8090", StandAloneTests.FreePort()),
        ("5080", StandAloneTests.FreePort()),
    ];

    public Newcomer(string feed)
    {
        _folder = _scratch.Sub("mine");
        Directory.CreateSymbolicLink(Path.Combine(_scratch.Sub("gatewaybench"), "feed"), feed);
        _variables =
        [
            ("PATH", $"{_folder}/.tools:{Environment.GetEnvironmentVariable("PATH")}"),
            ("GITHUB_STEP_SUMMARY", Path.Combine(_scratch.Path, "summary.md")),
            ("FAKEPROVIDER__PORT", _ports[0].Ours),
            ("GATEWAYBENCH_DURATION_SECS", "2"),
            ("GATEWAYBENCH_WARMUP_SECS", "2"),
        ];
    }

    /// <summary>What CI's summary got.</summary>
    public string Summary => File.ReadAllText(Path.Combine(_scratch.Path, "summary.md"));

    public async Task<string> SucceedsAsync(string script)
    {
        var (exitCode, output) = await RunAsync(script);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>By the shell that GitHub's runners use, with its switches.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string script)
    {
        var file = Path.Combine(_scratch.Path, "script.sh");
        await File.WriteAllTextAsync(file, WithOurPorts(script));
        return await Dotnet.RunAsync(
            "bash",
            _folder,
            $"--noprofile --norc -eo pipefail {file}",
            _variables
        );
    }

    /// <summary>What a browser would be given: one whole page that needs nothing else.</summary>
    public async Task OpensAsync(string report, string expected)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(_folder, report));
        Assert.StartsWith("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"?(https?:|/)", page);
    }

    /// <summary>Where the gateway listens, and where its provider is, as its settings file says.</summary>
    public async Task MoveGatewayAsync()
    {
        var settings = Path.Combine(_folder, "AskGateway", "appsettings.json");
        await File.WriteAllTextAsync(settings, WithOurPorts(await File.ReadAllTextAsync(settings)));
    }

    public void Dispose() => _scratch.Dispose();

    private string WithOurPorts(string text) =>
        _ports.Aggregate(
            text,
            (moved, port) => moved.Replace(port.Documented, port.Ours, StringComparison.Ordinal)
        );
}
