using System.Diagnostics;

namespace GatewayBench.Benchmarks.Requests;

/// <summary>
/// Hands the requests of a benchmark from its process to the host's: a histogram log in a
/// temporary file, which the host makes and removes.
/// </summary>
internal sealed class RequestLog
{
    private const string Variable = "REQUEST_LOG";
    private readonly string _path = Path.GetTempFileName();

    /// <summary>Tells a process that is about to start where to write.</summary>
    public void PassTo(Process process) => process.StartInfo.Environment[Variable] = _path;

    /// <summary>Called by the benchmark; nobody may be asking, as in all launches but the last.</summary>
    public static void Write(HistogramLogInterval requests)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } path)
        {
            using var file = new StreamWriter(path);
            new HistogramLogWriter(file, requests.Start).Append(requests);
        }
    }

    /// <summary>Reads the log and removes it.</summary>
    /// <returns>Null if the benchmark wrote nothing.</returns>
    public HistogramLogInterval? Take()
    {
        try
        {
            using var file = new StreamReader(_path);
            return new HistogramLogReader(file).ReadHistograms().SingleOrDefault();
        }
        finally
        {
            File.Delete(_path);
        }
    }
}
