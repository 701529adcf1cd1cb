namespace GatewayBench.Tests.Execution;

public sealed class RowTests
{
    public static TheoryData<Delay, string> Pauses { get; } =
        new()
        {
            { Delay.Fixed("250ms"), "2 users, think 250 ms" },
            { Delay.Uniform("2s", "4s"), "2 users, think p50 3.00 s p99 3.98 s" },
            { Delay.LogNormal("2s", "8s"), "2 users, think p50 2.00 s p99 8.00 s" },
        };

    [Theory]
    [MemberData(nameof(Pauses))]
    public void Rows_that_differ_in_think_time_alone_have_different_labels(
        Delay pause,
        string label
    ) => Assert.Equal(label, Of(Runs.Get.ThinkTime(pause), Load.Closed(2, "1s")).LoadName);

    [Fact]
    public void Without_think_time_and_for_arrivals_the_label_is_the_load()
    {
        var thinking = Runs.Get.ThinkTime("1s", "2s");

        Assert.Equal("2 users", Of(Runs.Get, Load.Closed(2, "1s")).LoadName);
        Assert.Equal("constant 5/s", Of(thinking, Load.Constant(5, "1s")).LoadName);
    }

    [Fact]
    public void The_label_tells_of_pauses_within()
    {
        var steps = Scenario
            .Sequence("all", Runs.Get.Named("a").ThinkTime(Delay.Fixed("1s")), Runs.Get)
            .ThinkTime(Delay.Fixed("5s"));

        Assert.Equal("2 users, think 5.00 s or 1.00 s", Of(steps, Load.Closed(2, "1s")).LoadName);
    }

    private static Row Of(Scenario scenario, Load load) =>
        new(new RemoteTarget("http://127.0.0.1"), scenario, load);
}
