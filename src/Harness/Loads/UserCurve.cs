namespace GatewayBench;

/// <summary>
/// How many users there are at any moment of a closed load in stages, and when each of them comes.
/// Users leave in reverse order: of n users, those with the numbers 0 to n - 1 are there.
/// </summary>
internal sealed class UserCurve
{
    private const int MostStages = 100;
    private const int MostUsers = 100_000;

    private readonly UserSegment[] _segments;

    /// <exception cref="ArgumentException">Stages or their sum are out of range.</exception>
    public UserCurve(int start, IReadOnlyList<UserStage> stages)
    {
        Check("users at the start", start);
        if (stages.Count is 0 or > MostStages)
        {
            throw InvalidOption.Exception("number of stages", stages.Count, $"1 to {MostStages}");
        }
        var segments = new List<UserSegment>();
        var (users, at) = (start, 0L);
        foreach (var stage in stages)
        {
            Check(nameof(stage.Users), stage.Users);
            RequireLength(stage.Over >= TimeSpan.Zero, stage.Over);
            if (stage.Over > TimeSpan.Zero)
            {
                segments.Add(new UserSegment(at, stage.Over.Ticks, users, stage.Users));
                at += stage.Over.Ticks;
            }
            users = stage.Users;
            RequireLength(at <= Schedule.Longest.Ticks, TimeSpan.FromTicks(at));
        }
        RequireLength(at > 0, TimeSpan.Zero);
        _segments = [.. segments];
        if (Most == 0)
        {
            throw InvalidOption.Exception("every number of users", 0, "at least one above 0");
        }
    }

    public TimeSpan Duration => TimeSpan.FromTicks(_segments[^1].End);

    public int Most => _segments.Max(segment => Math.Max(segment.From, segment.To));

    /// <summary>Users that are there from the start to the end.</summary>
    public int Least => _segments.Min(segment => Math.Min(segment.From, segment.To));

    public int First => _segments[0].From;

    /// <summary>How many there are; after the end as many as there were last.</summary>
    public int At(TimeSpan elapsed)
    {
        var ticks = Math.Max(0, elapsed.Ticks);
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            if (ticks < segment.End)
            {
                return segment.At(ticks - segment.Start);
            }
        }
        return _segments[^1].To;
    }

    /// <summary>When a user is there next.</summary>
    /// <param name="user">From 0.</param>
    /// <param name="elapsed">Not before this.</param>
    /// <returns>Null for never again before the end.</returns>
    public TimeSpan? ComesAt(int user, TimeSpan elapsed)
    {
        foreach (ref readonly var segment in _segments.AsSpan())
        {
            var offset = Math.Max(0, elapsed.Ticks - segment.Start);
            if (offset >= segment.Length)
            {
                continue;
            }
            if (segment.At(offset) > user)
            {
                return TimeSpan.FromTicks(segment.Start + offset);
            }
            if (segment.OffsetOf(user) is { } first && first >= offset)
            {
                return TimeSpan.FromTicks(segment.Start + first);
            }
        }
        return null;
    }

    private static void Check(string option, int users)
    {
        if (users is < 0 or > MostUsers)
        {
            throw InvalidOption.Exception(option, users, $"0 to {MostUsers:#,0}");
        }
    }

    private static void RequireLength(bool isMet, TimeSpan length)
    {
        if (!isMet)
        {
            throw InvalidOption.Exception("duration", length, "above zero, at most 30 days");
        }
    }
}
