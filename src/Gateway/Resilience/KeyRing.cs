namespace Gateway;

/// <summary>
/// Says which of several keys to use: the first that isn't set aside. One that the provider limits or
/// rejects is set aside until the time that it named is over. A key that is the only one never is: there
/// would be nothing to gain, and smaller requests may still pass.
/// </summary>
internal sealed class KeyRing(int keys, ResilienceOptions options, TimeProvider clock)
{
    /// <summary>How long a limit counts that doesn't say.</summary>
    private static readonly TimeSpan UnstatedLimit = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly Absence?[] _absences = new Absence?[keys];

    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>How many are set aside now.</summary>
    public int SetAsideCount
    {
        get
        {
            lock (_gate)
            {
                return _absences.Count(IsAway);
            }
        }
    }

    /// <returns>A key's place from 0, or null if all are set aside.</returns>
    public int? Next()
    {
        lock (_gate)
        {
            var key = Array.FindIndex(_absences, absence => !IsAway(absence));
            return key < 0 ? null : key;
        }
    }

    /// <summary>
    /// What to say when all are set aside: what happened to the key that returns first, with the time
    /// until it does.
    /// </summary>
    public ProviderException WhyNone()
    {
        lock (_gate)
        {
            var first = _absences.OfType<Absence>().MinBy(absence => absence.Until)!;
            var left = first.Until - Now;
            return first.Failure.After(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <returns>For how long, or null if the key stays: another failure, or the only key.</returns>
    public TimeSpan? SetAside(int key, ProviderException e)
    {
        if (keys == 1 || AbsenceAfter(e) is not { } time)
        {
            return null;
        }
        lock (_gate)
        {
            _absences[key] = new(Now + time, e);
        }
        return time;
    }

    private TimeSpan? AbsenceAfter(ProviderException e) =>
        e switch
        {
            { Failure: ProviderFailure.RateLimited, RetryIsNoUse: false } => e.RetryAfter
                ?? UnstatedLimit,
            { Failure: ProviderFailure.QuotaExhausted or ProviderFailure.CredentialsRejected } =>
                e.RetryAfter ?? TimeSpan.FromSeconds(options.RejectedKeySeconds),
            _ => null,
        };

    private bool IsAway(Absence? absence) => absence is not null && absence.Until > Now;

    private sealed record Absence(TimeSpan Until, ProviderException Failure);
}
