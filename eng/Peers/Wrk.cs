using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench.Peers;

/// <summary>wrk with two threads, which is faster than with one and so the harder yardstick.</summary>
internal static partial class Wrk
{
    public static bool IsInstalled
    {
        get
        {
            try
            {
                using var version = Process.Start(
                    new ProcessStartInfo("wrk", "-v") { RedirectStandardOutput = true }
                );
                return version is not null;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    /// <returns>Requests per second.</returns>
    public static async Task<double> RunAsync(Uri address, int connections, TimeSpan time)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (
            var argument in (string[])
                [
                    "-t2",
                    $"-c{connections}",
                    $"-d{(int)time.TotalSeconds}s",
                    new Uri(address, "/health/live").AbsoluteUri,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (Errors().IsMatch(output))
        {
            throw new InvalidDataException($"wrk saw errors:{Environment.NewLine}{output}");
        }
        return double.Parse(Rate().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Errors();

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();
}
