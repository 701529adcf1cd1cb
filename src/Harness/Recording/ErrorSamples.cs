namespace GatewayBench;

/// <summary>The first failure of each class, redacted, so that a table of errors can be acted upon.</summary>
internal sealed class ErrorSamples
{
    private readonly string?[] _first = new string?[Outcomes.All.Length];

    public string? this[Outcome outcome] => Volatile.Read(ref _first[(int)outcome]);

    public void Keep(Outcome outcome, Reply reply, string? failedCheck)
    {
        if (this[outcome] is null)
        {
            var check = failedCheck is null ? "" : $"check '{failedCheck}' failed: ";
            Keep(outcome, $"{check}HTTP {(int)reply.Status} {reply.Text}");
        }
    }

    public void Keep(Outcome outcome, Exception failure)
    {
        if (this[outcome] is null)
        {
            var cause = failure.GetBaseException();
            Keep(
                outcome,
                cause is StreamException
                    ? cause.Message
                    : $"{cause.GetType().Name}: {cause.Message}"
            );
        }
    }

    private void Keep(Outcome outcome, string sample) =>
        Interlocked.CompareExchange(ref _first[(int)outcome], Redactor.Clean(sample), null);
}
