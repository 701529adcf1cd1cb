namespace Gateway.Tests;

public sealed class SdkToolsTests
{
    [Fact]
    public void The_gateways_own_tools_are_held_once_for_all_calls_and_those_of_callers_are_not()
    {
        var own = new ClockTool(TimeProvider.System);
        var brought = new CallerTool("clock", "Tells the time.", own.JsonSchema, strict: null);

        Assert.Same(SdkTools.From(own), SdkTools.From(own));
        Assert.NotSame(SdkTools.From(own), SdkTools.From(new ClockTool(TimeProvider.System)));
        Assert.NotSame(SdkTools.From(brought), SdkTools.From(brought));
    }
}
