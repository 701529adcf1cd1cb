namespace GatewayBench.Tests.Slos;

public sealed class AbortRuleTests
{
    private readonly AbortRule _rule = new();

    [Fact]
    public void An_slo_that_is_missed_in_five_looks_running_ends_the_run()
    {
        Assert.Equal(
            [null, null, null, null, "a"],
            Enumerable.Range(0, 5).Select(_ => Look(Slo("a", met: false)))
        );
    }

    [Fact]
    public void One_look_at_which_it_is_met_begins_it_anew()
    {
        bool[] met = [false, false, false, false, true, false, false, false, false];

        Assert.All(met, one => Assert.Null(Look(Slo("a", one))));
        Assert.Equal("a", Look(Slo("a", met: false)));
    }

    [Fact]
    public void Each_slo_counts_for_itself()
    {
        for (var look = 0; look < 10; look++)
        {
            Assert.Null(Look(Slo("a", met: look % 2 == 0), Slo("b", met: look % 2 == 1)));
        }
    }

    [Fact]
    public void What_has_no_figure_is_not_missed()
    {
        for (var look = 0; look < 10; look++)
        {
            Assert.Null(
                Look(new SloResult("a", null, SloUnit.Share, Met: false, "too few samples"))
            );
        }
    }

    private string? Look(params SloResult[] slos) => _rule.Look(slos);

    private static SloResult Slo(string name, bool met) => new(name, 1, SloUnit.Share, met, null);
}
