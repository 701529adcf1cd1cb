namespace GatewayBench;

/// <summary>
/// Finds the edge between numbers of users that a target serves and those it does not: doubles until
/// one fails, then halves what is left between. A step fails by its errors at once; by an SLO only if
/// that is missed in two steps running, which below the edge is the same number of users once more.
/// </summary>
/// <param name="from">The first step's users.</param>
/// <param name="to">The most that are tried.</param>
internal sealed class BreakpointSearch(int from, int to)
{
    /// <summary>How close to the edge is close enough, as a share of the users that were served.</summary>
    private const double Precision = 0.05;

    private int? _missed;

    /// <summary>Users of the next step; null once the edge is known.</summary>
    public int? Next { get; private set; } = from;

    /// <summary>The most users that were served; 0 for none.</summary>
    public int Held { get; private set; }

    /// <summary>The fewest that were not; null if all were.</summary>
    public int? Failed { get; private set; }

    /// <summary>How many steps it takes at most: the way up, and twice each halving.</summary>
    public static int MostSteps(int from, int to)
    {
        var up = (int)Math.Ceiling(Math.Log2((double)to / from)) + 2;
        // Between a number and its double, or nothing and the first.
        var halvings = (int)Math.Ceiling(Math.Log2(Math.Max(from, 1 / Precision))) + 1;
        return up + 2 * halvings;
    }

    /// <summary>Takes what came of the step of <see cref="Next"/>.</summary>
    public void Add(StepVerdict verdict)
    {
        var users = Next!.Value;
        switch (verdict)
        {
            case StepVerdict.Held:
                (Held, _missed) = (Math.Max(Held, users), null);
                break;
            case StepVerdict.Unknown:
                Next = null;
                return;
            case StepVerdict.Missed when _missed is null:
                _missed = users;
                break;
            default:
                // What was missed first in a row is where it begins.
                (Failed, _missed) = (_missed ?? users, null);
                break;
        }
        Next = _missed is { } again && (Failed is not null || users == to) ? again : Step(users);
    }

    private int? Step(int users) =>
        Failed is { } failed
            ? failed - Held > Math.Max(1, Precision * Held)
                ? Held + (failed - Held) / 2
                : null
            : users == to
                ? null
                : (int)Math.Min(to, 2L * users);
}
