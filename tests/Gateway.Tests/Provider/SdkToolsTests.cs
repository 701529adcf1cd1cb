using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class SdkToolsTests
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object"}""");

    [Fact]
    public void A_tool_is_written_once_however_often_it_is_offered()
    {
        var clock = AIFunctionFactory.CreateDeclaration("clock", "Tells the time.", Schema);
        var other = AIFunctionFactory.CreateDeclaration("clock", "Tells the time.", Schema);

        Assert.Same(SdkTools.From(clock), SdkTools.From(clock));
        Assert.NotSame(SdkTools.From(clock), SdkTools.From(other));
    }

    [Fact]
    public void A_callers_tool_is_not_kept_beyond_its_request()
    {
        var tool = new CallerTool("clock", "", Schema, strict: null);

        Assert.NotSame(SdkTools.From(tool), SdkTools.From(tool));
    }
}
