namespace Gateway;

/// <summary>Logs what failed, and says what the caller is told about it.</summary>
internal sealed partial class TurnFailures(Draining draining, ILogger<TurnFailures> log)
{
    public TurnFailure Tell(Exception e)
    {
        if (e is OperationCanceledException && draining.Ending.IsCancellationRequested)
        {
            return TurnFailure.Stopped;
        }
        if (TurnFailure.From(e) is not { } failure)
        {
            LogUnexpected(e);
            return TurnFailure.Unexpected;
        }
        // A provider at its limit answers 429 to everything: the counter tells, the log would drown.
        // And what a caller got wrong is no news to whoever runs the gateway.
        var refused = failure.Status < StatusCodes.Status500InternalServerError;
        LogFailure(refused ? LogLevel.Debug : LogLevel.Warning, e.Message);
        return failure;
    }

    [LoggerMessage(Message = "Chat failed: {Failure}")]
    private partial void LogFailure(LogLevel level, string failure);

    [LoggerMessage(LogLevel.Error, "Chat failed unexpectedly")]
    private partial void LogUnexpected(Exception e);
}
