namespace GatewayBench;

/// <summary>When a bench file's scenario is done.</summary>
/// <param name="Load">With the duration that the file says, or 5 s.</param>
/// <param name="ThinkTime">How users pause; null for what their scenario says.</param>
/// <param name="HasDuration">Whether the file says how long.</param>
/// <param name="Profile">What takes the place of the load; null for none.</param>
internal sealed record BenchLoad(
    Load Load,
    Delay? ThinkTime,
    bool HasDuration,
    Profile? Profile = null
)
{
    /// <exception cref="BenchException">Its keys contradict each other.</exception>
    public static BenchLoad Read(BenchMap map)
    {
        map.RequireOne(LoadKeys.Users, LoadKeys.Rate, LoadKeys.Trace, LoadKeys.Profile);
        map.Refuse(LoadKeys.Users, LoadKeys.Arrivals, LoadKeys.Burstiness, LoadKeys.MaxInFlight);
        map.Refuse(LoadKeys.Rate, LoadKeys.UsersPerSecond, LoadKeys.ThinkTime);
        map.Refuse(
            LoadKeys.Trace,
            LoadKeys.UsersPerSecond,
            LoadKeys.ThinkTime,
            LoadKeys.Stages,
            LoadKeys.Arrivals,
            LoadKeys.Burstiness,
            LoadKeys.Duration
        );
        map.Refuse(LoadKeys.Stages, LoadKeys.Duration, LoadKeys.UsersPerSecond);
        if (map.Get(LoadKeys.Profile) is { } name)
        {
            return OfProfile(map, name);
        }
        foreach (var load in new BenchKey[] { LoadKeys.Users, LoadKeys.Rate, LoadKeys.Trace })
        {
            map.Refuse(load, LoadKeys.ExpectedPeak);
        }
        var duration = map.Get(LoadKeys.Duration, new LoadSettings().Duration);
        return new BenchLoad(
            map.GetValue(LoadKeys.Users) is { } users
                ? Closed(map, users, duration)
                : Open(map, duration),
            map.Get(LoadKeys.ThinkTime),
            map.Has(LoadKeys.Duration) || map.Has(LoadKeys.Stages) || map.Has(LoadKeys.Trace)
        );
    }

    private static BenchLoad OfProfile(BenchMap map, string name)
    {
        map.Refuse(
            LoadKeys.Profile,
            LoadKeys.UsersPerSecond,
            LoadKeys.Stages,
            LoadKeys.Arrivals,
            LoadKeys.Burstiness,
            LoadKeys.MaxInFlight
        );
        var profile = map.At(LoadKeys.Profile)
            .Guard(() => ProfileNames.Find(name, map.GetValue(LoadKeys.ExpectedPeak)));
        profile = map.GetValue(LoadKeys.Duration) is { } duration
            ? map.At(LoadKeys.Duration).Guard(() => profile.Lasting(duration))
            : profile;
        return new BenchLoad(
            profile.Loads[0],
            map.Get(LoadKeys.ThinkTime),
            HasDuration: true,
            profile
        );
    }

    private static ClosedLoad Closed(BenchMap map, int users, TimeSpan duration)
    {
        if (map.Get(LoadKeys.Stages) is { } stages)
        {
            return map.At(LoadKeys.Stages)
                .Guard(() => Load.Closed(users, [.. stages.Select(stage => stage.OfUsers())]));
        }
        if (users == 0)
        {
            throw map.At(LoadKeys.Users)
                .Invalid("a whole number from 1 to 20,000, and 0 only with stages");
        }
        var load = Load.Closed(users, duration);
        return map.GetValue(LoadKeys.UsersPerSecond) is { } rate
            ? load.StartingPerSecond(rate)
            : load;
    }

    private static OpenLoad Open(BenchMap map, TimeSpan duration)
    {
        var load = map.Get(LoadKeys.Trace) is { } file
            ? map.At(LoadKeys.Trace).Guard(() => Load.Trace(map.Node.Source.PathOf(file)))
            : Rated(map, duration).WithArrivals(Arrivals(map));
        return map.GetValue(LoadKeys.MaxInFlight) is { } hits ? load.WithMaxInFlight(hits) : load;
    }

    private static OpenLoad Rated(BenchMap map, TimeSpan duration)
    {
        var rate = map.Get(LoadKeys.Rate, 0);
        return map.Get(LoadKeys.Stages) is { } stages
            ? map.At(LoadKeys.Stages)
                .Guard(() => Load.Stages(rate, [.. stages.Select(stage => stage.OfRate())]))
            : map.At(LoadKeys.Rate).Guard(() => Load.Constant(rate, duration));
    }

    private static Arrivals Arrivals(BenchMap map)
    {
        var name = map.Get(LoadKeys.Arrivals);
        var burstiness = map.GetValue(LoadKeys.Burstiness);
        if (burstiness is not null != (name == "gamma"))
        {
            throw map.Node.Failed(
                $"{map.Node.Path}: burstiness and arrivals: gamma belong together; allowed: both or neither."
            );
        }
        return GatewayBench.Arrivals.Of(name, burstiness);
    }
}
