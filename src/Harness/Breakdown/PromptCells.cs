namespace GatewayBench;

/// <summary>
/// The exchanges of one thread, or of several, by the class of their prompt. There are few classes,
/// and memory is fixed: 30 KB for each that occurs, taken in the warm-up if it occurs there.
/// </summary>
internal sealed class PromptCells
{
    private readonly LongHistogram?[] _latency = new LongHistogram?[PromptClasses.Most];
    private readonly long[] _errors = new long[PromptClasses.Most];

    /// <summary>In nanoseconds, from 100 to an hour, to two digits.</summary>
    public static LongHistogram NewHistogram() =>
        new(100, (long)TimeSpan.FromHours(1).TotalNanoseconds, 2);

    /// <summary>Latency of the successes of a class, from 1; null without any.</summary>
    public LongHistogram? Latency(int promptClass) => _latency[promptClass - 1];

    public long Errors(int promptClass) => _errors[promptClass - 1];

    /// <summary>Makes room, if there is none yet.</summary>
    public void Expect(int promptClass)
    {
        if (promptClass > 0)
        {
            _latency[promptClass - 1] ??= NewHistogram();
        }
    }

    /// <param name="promptClass">That was expected; 0 for none.</param>
    /// <param name="latency">In nanoseconds; null of a failure.</param>
    public void Add(int promptClass, long? latency)
    {
        if (promptClass == 0)
        {
            return;
        }
        if (latency is { } time)
        {
            _latency[promptClass - 1]!.RecordValue(time);
        }
        else
        {
            _errors[promptClass - 1]++;
        }
    }

    public void Add(PromptCells other)
    {
        for (var i = 0; i < _latency.Length; i++)
        {
            if (other._latency[i] is { } latency)
            {
                (_latency[i] ??= NewHistogram()).Add(latency);
            }
            _errors[i] += other._errors[i];
        }
    }
}
