namespace GatewayBench.Tests.Scenarios;

/// <summary>What scenarios can be made of, and what is refused with a name.</summary>
public sealed class CompositionTests
{
    private static readonly Scenario A = Get("a");
    private static readonly Scenario B = Get("b");

    [Fact]
    public void Without_parts_there_is_nothing_to_do()
    {
        Assert.Equal(
            "The sequence 'all' has no step; allowed: one or more.",
            Refusal(() => Scenario.Sequence("all"))
        );
        Assert.Equal(
            "The mix 'all' has no branch; allowed: one or more.",
            Refusal(() => Scenario.Mix("all"))
        );
    }

    [Fact]
    public void Two_parts_of_one_name_could_not_be_told_apart()
    {
        Assert.StartsWith(
            "The sequence 'all' has two parts named 'a',",
            Refusal(() => Scenario.Sequence("all", A, B, A)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The mix 'all' has two parts named 'a',",
            Refusal(() => Scenario.Mix("all", (1, A), (2, A))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The scenario 'all' has two parts named 'a',",
            Refusal(() => Scenario.Sequence("all", A).First(A)),
            StringComparison.Ordinal
        );
        Assert.Equal(2, Scenario.Sequence("all", A, A.Named("again")).Parts.Count);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_weight_is_above_zero_and_finite(double weight, string text) =>
        Assert.Equal(
            $"The branch 'b' of the mix 'all' has the weight {text}; allowed: above 0.",
            Refusal(() => Scenario.Mix("all", (1, A), (weight, B)))
        );

    [Fact]
    public void Only_the_whole_has_a_prelude_and_only_one()
    {
        Assert.Equal(
            "The step 'a' of the sequence 'all' begins with 'b'; allowed: First on the whole only.",
            Refusal(() => Scenario.Sequence("all", A.First(B)))
        );
        Assert.Equal(
            "The part 'b' of the scenario 'a' begins with 'c'; allowed: First on the whole only.",
            Refusal(() => A.First(B.First(Get("c"))))
        );
        Assert.Equal(
            "Scenario 'a' begins with 'b' already; allowed: one prelude, which may be a sequence.",
            Refusal(() => A.First(B).First(Get("c")))
        );
    }

    [Fact]
    public void What_has_no_reply_has_no_checks_metrics_and_captures()
    {
        var whole = Scenario.Sequence("all", A, B);
        Func<Scenario>[] tries =
        [
            () => whole.Check("c", _ => true),
            () => whole.Count("c", _ => 1),
            () => whole.Rate("c", _ => true),
            () => whole.Trend("c", "words", _ => 1),
            () => whole.Then((_, _) => { }),
            () => whole.Capture("c", _ => ""),
            () => Scenario.Mix("all", (1, A)).Check("c", _ => true),
        ];

        Assert.All(tries, one => Assert.Throws<InvalidOperationException>(one));
        Assert.Equal(
            "Check is not for 'all', which is a sequence and has no reply of its own; allowed: on its parts.",
            Assert.Throws<InvalidOperationException>(tries[0]).Message
        );
    }

    [Fact]
    public void Only_an_http_exchange_is_repeated_and_with_a_wait()
    {
        Assert.Equal(
            "Repetition 'done' is of 'all', which is a sequence; allowed: an HTTP exchange.",
            Refusal(() => Scenario.Until("done", Scenario.Sequence("all", A), _ => true, "1s"))
        );
        Assert.Equal(
            "every is 0ms; allowed: above 0.",
            Refusal(() => Scenario.Until("done", A, _ => true, "0s"))
        );
    }

    [Fact]
    public void What_a_part_is_out_to_provoke_is_expected_of_the_whole()
    {
        var whole = Scenario
            .Sequence("all", A.Expect(Outcome.RateLimited), B.Expect(Outcome.RateLimited))
            .First(Get("c").Expect(Outcome.Http4xx));

        Assert.Equal([Outcome.RateLimited, Outcome.Http4xx], whole.Expected);
    }

    [Fact]
    public void A_branch_is_drawn_as_often_as_its_weight_says()
    {
        var mix = new MixForm([(3, A), (1, B), (0.5, Get("c"))]);
        var counts = new int[3];

        for (var i = 0; i < 4_500; i++)
        {
            counts[mix.Pick((i + 0.5) / 4_500)]++;
        }

        Assert.Equal([3_000, 1_000, 500], counts);
    }

    private static Scenario Get(string name) => Scenario.Http(name, user => user.Get("/" + name));

    private static string Refusal(Action make) => Assert.Throws<ArgumentException>(make).Message;
}
