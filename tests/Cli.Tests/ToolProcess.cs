using System.Diagnostics;

namespace GatewayBench.Cli.Tests;

/// <summary>The real executable in a process of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;

    private ToolProcess(Process process) => _process = process;

    public static ToolProcess Start(params string[] args) => new(Process.Start(Command(args))!);

    /// <summary>The same with a variable in its environment.</summary>
    public static ToolProcess StartWith(string variable, string value, params string[] args) =>
        StartWith([(variable, value)], args);

    /// <inheritdoc cref="StartWith(string, string, string[])" />
    public static ToolProcess StartWith(
        (string Name, string Value)[] variables,
        params string[] args
    )
    {
        var start = Command(args);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        return new ToolProcess(Process.Start(start)!);
    }

    /// <summary>The same where no file may be larger than 2 KiB, as a full disk is.</summary>
    public static async Task<ToolResult> RunWithoutRoomAsync(params string[] args)
    {
        var start = Command(args);
        string[] limited = ["-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "sh", start.FileName];
        foreach (var (index, argument) in limited.Index())
        {
            start.ArgumentList.Insert(index, argument);
        }
        start.FileName = "/bin/sh";
        // Else the runtime asks for a file in memory, which the limit is for as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var tool = new ToolProcess(Process.Start(start)!);
        return await tool.WaitAsync();
    }

    private static ProcessStartInfo Command(string[] args)
    {
        string[] command =
        [
            // What a script starts in the background ignores Ctrl-C, and so would what we start.
            .. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(),
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Path.Combine(AppContext.BaseDirectory, "GatewayBench.Cli.dll"),
            .. args,
        ];
        return new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    public static async Task<ToolResult> RunAsync(params string[] args)
    {
        using var tool = Start(args);
        return await tool.WaitAsync();
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException(
            await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );

    /// <summary>Waits for progress that begins so; it ends before if the tool does.</summary>
    public async Task UntilToldAsync(string start)
    {
        while (
            await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken)
                is { } line
            && !line.StartsWith(start, StringComparison.Ordinal)
        ) { }
    }

    /// <summary>Sends a POSIX signal, such as INT for Ctrl-C.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<ToolResult> WaitAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolResult(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }
}

internal sealed record ToolResult(int ExitCode, string Output, string Error);
