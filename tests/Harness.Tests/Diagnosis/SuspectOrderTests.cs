namespace GatewayBench.Tests.Diagnoses;

public sealed class SuspectOrderTests
{
    [Fact]
    public void What_sets_in_at_once_is_told_by_cause_and_what_is_3_seconds_apart_by_time()
    {
        Assert.Equal(["cause", "effect"], Names(("cause", 11), ("effect", 10)));
        Assert.Equal(["effect", "cause"], Names(("cause", 13), ("effect", 10)));
    }

    [Fact]
    public void At_once_is_reckoned_from_the_first_and_not_from_one_to_the_next()
    {
        Assert.Equal(
            ["second", "third", "first"],
            Names(("first", 12), ("second", 11), ("third", 10))
        );
    }

    private static IEnumerable<string> Names(params (string Name, double Second)[] found) =>
        SuspectOrder
            .Of([
                .. found.Select(one => new Suspect(
                    one.Name,
                    one.Name,
                    "series",
                    one.Second,
                    1,
                    0,
                    2,
                    1,
                    "effect",
                    "cause",
                    "next step"
                )),
            ])
            .Select(suspect => suspect.Name);
}
