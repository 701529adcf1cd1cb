namespace GatewayBench.ProfileTruth;

/// <summary>
/// Answers soon, until so many are there at once that it is a spike; from then on slowly, up to a set
/// time after they have gone, which it notes by its own clock.
/// </summary>
/// <param name="users">How many there are when it is no spike.</param>
/// <param name="lasting">How long it stays slow once no more than those are there.</param>
/// <param name="clock">Its clock.</param>
internal sealed class SlowUntilLater(int users, TimeSpan lasting, TimeProvider clock)
{
    /// <summary>A spike is ten times the users: halfway there is no accident.</summary>
    private const int SpikeFactor = 5;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(300);

    private readonly Lock _lock = new();
    private int _now;
    private bool _isSpike;
    private DateTimeOffset? _until;

    /// <summary>When it was no longer slow; null before.</summary>
    public DateTimeOffset? RecoveredAt => _until;

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(IsSlow(+1) ? Late : Soon, context.RequestAborted);
        }
        finally
        {
            IsSlow(-1);
        }
    }

    private bool IsSlow(int change)
    {
        lock (_lock)
        {
            _now += change;
            if (_now > SpikeFactor * users)
            {
                _isSpike = true;
            }
            else if (_isSpike && _until is null && _now <= users)
            {
                _until = clock.GetUtcNow() + lasting;
            }
            return _isSpike && (_until is not { } until || clock.GetUtcNow() < until);
        }
    }
}
