using System.Diagnostics;

namespace GatewayBench.Peers;

/// <summary>Runs a command to its end and keeps what it printed.</summary>
internal static class PeerProcess
{
    /// <summary>How long a command may take beyond the time that it was told to measure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="InvalidDataException">It ended with an error.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static async Task<string> RunAsync(
        IReadOnlyList<string> command,
        TimeSpan window,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(window + Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            // Ctrl-C reaches both of us.
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0
                ? output
                : throw new InvalidDataException(
                    $"{command[0]} ended with exit code {process.ExitCode}: {output}{await error}"
                );
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"{string.Join(' ', command)} did not end.");
        }
    }
}
