namespace GatewayBench.Cli;

/// <summary>What ends a run without a result, as exit code and as one line for the user.</summary>
internal static class RunFailure
{
    public const string NothingMeasured = "cancelled before anything was measured.";

    /// <returns>Null for a bug, which keeps its stack.</returns>
    public static int? CodeOf(Exception failure, CancellationToken stop) =>
        failure switch
        {
            OperationCanceledException when stop.IsCancellationRequested => ExitCodes.Cancelled,
            TargetStartException
            or TargetFaultException
            or RevisionBuildException
            or CandidateFaultException
            or GitException => ExitCodes.NotStarted,
            UnoptimisedCodeException or MachineFaultException => ExitCodes.Invalid,
            ArgumentException
            or SettingException
            or BenchException
            or ScenarioException
            or SloException
            or ReportException
            or InvalidDataException
            or IOException
            or UnauthorizedAccessException => ExitCodes.Usage,
            _ => null,
        };

    public static string MessageOf(Exception failure) =>
        failure switch
        {
            OperationCanceledException => NothingMeasured,
            _ => ForeignMessage.Of(failure),
        };
}
