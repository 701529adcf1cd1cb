namespace GatewayBench;

/// <summary>A stage of a closed load with its place in time. Jumps, which take none, are in where the next one starts.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">From the load's start.</param>
/// <param name="To">Where the next one begins.</param>
/// <param name="FromUsers">Users at its start.</param>
/// <param name="ToUsers">Users at its end.</param>
internal sealed record StageSpan(
    string Name,
    TimeSpan From,
    TimeSpan To,
    int FromUsers,
    int ToUsers
)
{
    /// <returns>None of a load without stages.</returns>
    public static StageSpan[] Of(Load load)
    {
        var spans = new List<StageSpan>();
        if (load is not ClosedLoad closed)
        {
            return [];
        }
        var (users, at) = (closed.StartUsers, TimeSpan.Zero);
        foreach (var stage in closed.UserStages)
        {
            if (stage.Over > TimeSpan.Zero)
            {
                var name = stage.Name ?? $"stage {spans.Count + 1}";
                spans.Add(new StageSpan(name, at, at + stage.Over, users, stage.Users));
                at += stage.Over;
            }
            users = stage.Users;
        }
        return [.. spans];
    }
}
