namespace GatewayBench;

/// <summary>What a thread records of single exchanges: where their time went, and which are slow.</summary>
internal sealed partial class Recorder
{
    /// <summary>Null where several exchanges are one.</summary>
    public CauseCells? Causes { get; }

    /// <summary>Makes room for what an exchange asked for; also in the warm-up, so that it isn't charged to the measured time.</summary>
    public void Expect(in Asked asked, bool isStream)
    {
        Causes?.Prompts.Expect(asked.PromptClass);
        Causes?.Turns.Expect(asked.Turn, isStream);
    }

    /// <summary>Records an exchange of the measured time.</summary>
    /// <param name="hit">What came of it.</param>
    /// <param name="asked">That was expected.</param>
    /// <param name="visits">What the provider tells of it; null for nothing.</param>
    /// <param name="firstToken">When the first text came, as a timestamp; 0 for never.</param>
    public void RecordCauses(in Hit hit, in Asked asked, TraceVisits? visits, long firstToken)
    {
        if (Causes is not { } causes)
        {
            return;
        }
        var isSuccess = hit.Outcome == Outcome.Success;
        var latency = InRange(hit.Ended - hit.Intended);
        causes.Prompts.Add(asked.PromptClass, isSuccess ? latency : null);
        if (isSuccess)
        {
            causes.Split.Add(
                latency,
                Math.Min(latency, InRange(hit.Sent - hit.Intended)),
                visits is { } seen ? (long)seen.Time.TotalNanoseconds : null
            );
            long? first = firstToken == 0 ? null : InRange(firstToken - hit.Intended);
            causes.Turns.Add(asked, visits, latency, first);
        }
    }

    /// <summary>In nanoseconds; what is clamped has been counted as that elsewhere.</summary>
    private long InRange(long ticks) => (long)Math.Clamp(ticks * _nanosecondsPerTick, 0, Highest);
}
