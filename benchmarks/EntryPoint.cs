using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GatewayBench.Benchmarks;

internal static class EntryPoint
{
    private static readonly string[] Questions = ["--help", "--info", "--list", "--version"];

    /// <returns>0 when every chosen benchmark ran, or none had to; else 1, so that CI sees it.</returns>
    private static int Main(string[] args)
    {
        var summaries = BenchmarkSwitcher
            .FromAssembly(typeof(EntryPoint).Assembly)
            .Run(args)
            .ToList();
        var nothingRan = summaries.Count == 0 && !args.Any(IsQuestion);
        return nothingRan || summaries.Any(HasFailure) ? 1 : 0;
    }

    private static bool IsQuestion(string arg) => Questions.Contains(arg.Split('=')[0]);

    private static bool HasFailure(Summary summary) =>
        summary.HasCriticalValidationErrors
        || summary.Reports.Length < summary.BenchmarksCases.Length
        || summary.Reports.Any(report => !report.Success);
}
