namespace GatewayBench;

/// <summary>The first failure of each class, redacted, so that a table of errors can be acted upon.</summary>
/// <param name="name">What the larger thing calls what fails.</param>
/// <param name="of">The samples of that larger thing, which get these too, with the name; null for none.</param>
/// <param name="secrets">What no sample may show; null for nothing.</param>
internal sealed class ErrorSamples(
    string? name = null,
    ErrorSamples? of = null,
    SecretTexts? secrets = null
)
{
    private readonly string?[] _first = new string?[Outcomes.All.Length];

    public string? this[Outcome outcome] => Volatile.Read(ref _first[(int)outcome]);

    public void Keep(Outcome outcome, Reply reply, string? failedCheck)
    {
        if (IsNew(outcome))
        {
            var check = failedCheck is null ? "" : $"check '{failedCheck}' failed: ";
            Keep(outcome, $"{check}HTTP {(int)reply.Status} {reply.Text}");
        }
    }

    public void Keep(Outcome outcome, Exception failure)
    {
        if (IsNew(outcome))
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

    public void Keep(Outcome outcome, string sample)
    {
        if (IsNew(outcome))
        {
            // First: what is cut would hide a secret that is cut too.
            KeepClean(outcome, Redactor.Clean((secrets ?? SecretTexts.None).Redact(sample)));
        }
    }

    public Dictionary<Outcome, string> All() =>
        Outcomes
            .All.Where(outcome => this[outcome] is not null)
            .ToDictionary(outcome => outcome, outcome => this[outcome]!);

    private void KeepClean(Outcome outcome, string sample)
    {
        Interlocked.CompareExchange(ref _first[(int)outcome], sample, null);
        of?.KeepClean(outcome, $"{name}: {sample}");
    }

    private bool IsNew(Outcome outcome) =>
        this[outcome] is null || (of is not null && of.IsNew(outcome));
}
