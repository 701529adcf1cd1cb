namespace GatewayBench;

public sealed partial record ClosedLoad
{
    private const int MostStagesInName = 4;

    /// <summary>A warm-up of next to nobody would warm nothing up.</summary>
    private const double LeastShareOfMost = 0.1;

    internal ClosedLoad(int startUsers, IReadOnlyList<UserStage> stages)
        : this(startUsers, stages, new UserCurve(startUsers, stages)) { }

    private ClosedLoad(int startUsers, IReadOnlyList<UserStage> stages, UserCurve curve)
        : this(curve.Most, curve.Duration) =>
        (StartUsers, UserStages, Curve) = (startUsers, stages, curve);

    /// <summary>How the number of users moves; empty for a load of the same users throughout.</summary>
    public IReadOnlyList<UserStage> UserStages { get; } = [];

    /// <summary>Users at the start of a load in stages; else all of them.</summary>
    public int StartUsers { get; }

    /// <summary>When each user is there; null without stages.</summary>
    internal UserCurve? Curve { get; }

    /// <summary>Users while nothing is measured yet.</summary>
    internal int WarmUpUsers =>
        Curve is { } curve
            ? Math.Max(curve.First, (int)Math.Ceiling(LeastShareOfMost * curve.Most))
            : Users;

    private string StagesText
    {
        get
        {
            if (UserStages.Count > MostStagesInName)
            {
                return $"{StartUsers} to {UserStages[^1].Users} in {UserStages.Count} stages over {GatewayBench.Duration.ToText(Duration)}";
            }
            var texts = UserStages.Select(stage =>
                stage.Over == TimeSpan.Zero
                    ? $"jump to {stage.Users}"
                    : $"to {stage.Users} in {GatewayBench.Duration.ToText(stage.Over)}"
            );
            return $"from {StartUsers} {string.Join(", ", texts)}";
        }
    }
}
