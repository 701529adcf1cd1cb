using GatewayBench.Support;

namespace GatewayBench.Tests.Loads;

/// <summary>What all pacers have in common.</summary>
public sealed class PurityTests
{
    public static TheoryData<string> Loads => [.. ByName.Keys];

    private static Dictionary<string, OpenLoad> ByName { get; } =
        new()
        {
            ["constant"] = Load.Constant(1_000, "2s"),
            ["poisson"] = Load.Poisson(1_000, "2s"),
            ["bursty"] = Load.Gamma(1_000, burstiness: 0.05, "2s"),
            ["smooth"] = Load.Gamma(1_000, burstiness: 20, "2s"),
            ["ramp"] = Load.Ramp(0, 1_000, "4s").WithArrivals(Arrivals.Poisson),
            ["stages"] = Load.Stages(1_000, new(0, "1s"), new(0, "1s"), new(3_000, "1s"))
                .WithArrivals(Arrivals.Gamma(0.5)),
            ["fastest"] = Load.Poisson(1_000_000, "5ms"),
        };

    [Theory]
    [MemberData(nameof(Loads))]
    public void Times_never_go_back_and_stay_within_the_duration(string name)
    {
        var times = Walk.All(ByName[name]);

        Assert.NotEmpty(times);
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[0], TimeSpan.Zero, ByName[name].Duration);
        Assert.True(times[^1] < ByName[name].Duration);
    }

    [Theory]
    [MemberData(nameof(Loads))]
    public void The_answer_does_not_depend_on_what_was_asked_before(string name)
    {
        var forward = Walk.All(ByName[name]);
        var pacer = ByName[name].NewPacer(seed: 42);

        for (var n = forward.Count - 1; n >= 0; n--)
        {
            var elapsed = n == 0 ? TimeSpan.Zero : forward[n - 1];
            Assert.Equal(forward[n], pacer.Next(elapsed, n));
        }
    }

    [Theory]
    [MemberData(nameof(Loads))]
    public void Any_thread_may_ask(string name)
    {
        var forward = Walk.All(ByName[name]);
        var pacer = ByName[name].NewPacer(seed: 42);

        var parallel = Enumerable
            .Range(0, forward.Count)
            .AsParallel()
            .AsOrdered()
            .Select(n => pacer.Next(n == 0 ? TimeSpan.Zero : forward[n - 1], n)!.Value)
            .ToList();

        Assert.Equal(forward, parallel);
    }

    [Theory]
    [InlineData("poisson")]
    [InlineData("bursty")]
    [InlineData("smooth")]
    [InlineData("ramp")]
    public void A_seed_gives_one_schedule_and_another_seed_another(string name)
    {
        var load = ByName[name];

        Assert.Equal(Walk.All(load, seed: 7), Walk.All(load, seed: 7));
        Assert.Empty(Walk.All(load, seed: 7).Take(20).Intersect(Walk.All(load, seed: 8).Take(20)));
    }

    [Theory]
    [MemberData(nameof(Loads))]
    public void Asking_allocates_nothing(string name)
    {
        var pacer = ByName[name].NewPacer(seed: 42);
        var asked = 0L;

        var allocated = Allocations.Of(() =>
        {
            for (var n = 0; n < 1_000; n++)
            {
                pacer.Next(TimeSpan.FromMilliseconds(1), asked++);
            }
        });

        Assert.Equal(0, allocated);
    }
}
