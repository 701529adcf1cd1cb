using System.Diagnostics;
using System.Text;

namespace GatewayBench.Cli.Tests.Live;

/// <summary>The tool in a terminal of its own, made by <c>script</c>.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    /// <summary>Far beyond what ending takes: it only keeps a broken tool from hanging the tests.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly Process _script;
    private readonly StringBuilder _screen = new();
    private readonly Task _reading;

    private PseudoTerminal(Process script)
    {
        _script = script;
        _reading = ReadAsync();
    }

    /// <summary>All that was drawn so far.</summary>
    public string Screen
    {
        get
        {
            lock (_screen)
            {
                return _screen.ToString();
            }
        }
    }

    public static bool IsThere => OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    /// <param name="columns">How wide it is.</param>
    /// <param name="args">Of the tool; without quotes in them.</param>
    public static PseudoTerminal Start(int columns, params string[] args)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var tool = Path.Combine(AppContext.BaseDirectory, "GatewayBench.Cli.dll");
        var quoted = args.Prepend(tool).Select(arg => $"'{arg}'");
        // A shell's background jobs, which tests may run in, ignore Ctrl-C, and so do their children.
        var command =
            $"stty cols {columns} rows 24; "
            + $"exec env --default-signal=INT {dotnet} {string.Join(' ', quoted)}";
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["SHELL"] = "/bin/sh";
        return new PseudoTerminal(Process.Start(start)!);
    }

    public async Task PressCtrlCAsync()
    {
        await _script.StandardInput.WriteAsync('\u0003');
        await _script.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The tool's exit code.</returns>
    public async Task<int> WaitAsync()
    {
        await _script
            .WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(_patience, TestContext.Current.CancellationToken);
        await _reading;
        return _script.ExitCode;
    }

    public void Dispose()
    {
        if (!_script.HasExited)
        {
            _script.Kill(entireProcessTree: true);
        }
        _script.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[4_096];
        int read;
        while ((read = await _script.StandardOutput.ReadAsync(buffer)) > 0)
        {
            lock (_screen)
            {
                _screen.Append(buffer, 0, read);
            }
        }
    }
}
