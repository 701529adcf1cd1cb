namespace GatewayBench;

/// <summary>A stage of a bench file's load: of a rate or of users.</summary>
/// <param name="Map">Where it stands.</param>
internal sealed record BenchStage(BenchMap Map)
{
    /// <exception cref="BenchException">It has no rate, or what only stages of users have.</exception>
    public Stage OfRate()
    {
        Require(StageKeys.Rate, StageKeys.Users, LoadKeys.Rate);
        Map.Refuse(StageKeys.Rate, StageKeys.Name);
        return new Stage(Map.Get(StageKeys.Rate, 0), Over);
    }

    /// <exception cref="BenchException">It has no users, or a rate.</exception>
    public UserStage OfUsers()
    {
        Require(StageKeys.Users, StageKeys.Rate, LoadKeys.Users);
        return new UserStage(Map.Get(StageKeys.Users, 0), Over, Map.Get(StageKeys.Name));
    }

    private TimeSpan Over => Map.Get(StageKeys.Over, TimeSpan.Zero);

    private void Require(BenchKey key, BenchKey other, BenchKey load)
    {
        if (Map.Has(other) || !Map.Has(key))
        {
            throw Map.At(other)
                .Failed(
                    $"{Map.Node.Path}: stages of a load of {load.Name} have {key.Name} and over; allowed: "
                        + $"{key.Name}, and no {other.Name}."
                );
        }
    }
}
