using System.Buffers;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class ReplyScriptsTests
{
    private static readonly ToolOffer _tools = new()
    {
        AllowsCalls = true,
        AllowsParallelCalls = true,
    };

    [Fact]
    public void A_script_goes_on_with_each_message_of_the_assistant()
    {
        var options = new FakeProviderOptions();
        options
            .Replies.When("weather")
            .CallTool("get_weather", new { city = "Oslo" })
            .Then("It is sunny.");

        Assert.Equal("""get_weather({"city":"Oslo"})""", Reply(options, "The WEATHER?", step: 0));
        Assert.Equal("It is sunny.", Reply(options, "The WEATHER?", step: 1));
        Assert.Equal("It is sunny.", Reply(options, "The WEATHER?", step: 7));
    }

    [Fact]
    public void The_first_script_that_matches_decides()
    {
        var options = new FakeProviderOptions();
        options.Replies.When("a").ForModel("other").Then("for the other model");
        options.Replies.WhenMatches("^a[0-9]$").Then("by pattern");
        options.Replies.When("a").Then("by text");
        options.Replies.WhenModel("other").Then("by model");
        options.Replies.Always("always");

        Assert.Equal("by pattern", Reply(options, "a1"));
        Assert.Equal("by text", Reply(options, "a11"));
        Assert.Equal("for the other model", Reply(options, "a11", model: "other"));
        Assert.Equal("by model", Reply(options, "b", model: "other"));
        Assert.Equal("always", Reply(options, "b"));
    }

    [Fact]
    public void A_script_that_ends_with_a_call_goes_on_with_drawn_text()
    {
        var options = new FakeProviderOptions { ReplyTokens = 3 };
        options.Replies.When("a").CallTool("act");

        Assert.Equal("act({})", Reply(options, "a", step: 0));
        Assert.Equal(3, Reply(options, "a", step: 1).Split(' ').Length);
    }

    [Fact]
    public void Where_no_tool_may_be_called_the_script_is_at_its_next_text()
    {
        var options = new FakeProviderOptions();
        options.Replies.When("a").CallTool("act").AndCallTool("act").Then("done");

        Assert.Equal("done", Reply(options, "a", tools: null));
        Assert.Equal("done", Reply(options, "a", tools: _tools with { AllowsCalls = false }));
    }

    [Fact]
    public void Calls_are_made_at_once_unless_the_request_wants_one_at_a_time()
    {
        var options = new FakeProviderOptions();
        options.Replies.When("a").CallTool("first", "{broken").AndCallTool("second", new { n = 2 });

        Assert.Equal("""first({broken) second({"n":2})""", Reply(options, "a", tools: _tools));
        Assert.Equal(
            "first({broken)",
            Reply(options, "a", tools: _tools with { AllowsParallelCalls = false })
        );
    }

    [Fact]
    public void A_pattern_that_takes_too_long_does_not_match()
    {
        var options = new FakeProviderOptions();
        options.Replies.WhenMatches("^(a+)+$").Then("matched");
        options.Replies.Always("not matched");

        Assert.Equal("matched", Reply(options, "aaa"));
        Assert.Equal("not matched", Reply(options, new string('a', 100) + "!"));
    }

    [Fact]
    public void A_demanded_call_gives_way_to_a_script()
    {
        var options = new FakeProviderOptions();
        options.Replies.When("a").Then("scripted");
        var tools = _tools with { Demanded = new ToolCall("act", new ScriptedText("{}")) };

        Assert.Equal("scripted", Reply(options, "a", tools: tools));
        Assert.Equal("act({})", Reply(options, "b", tools: tools));
    }

    [Fact]
    public void A_second_call_needs_a_first()
    {
        var script = new FakeProviderOptions().Replies.When("a").Then("text");

        var error = Assert.Throws<InvalidOperationException>(() => script.AndCallTool("act"));

        Assert.Contains("AndCallTool(\"act\")", error.Message, StringComparison.Ordinal);
    }

    private static string Reply(
        FakeProviderOptions options,
        string userText,
        int step = 0,
        string model = "m"
    ) => Reply(options, userText, _tools, step, model);

    private static string Reply(
        FakeProviderOptions options,
        string userText,
        ToolOffer? tools,
        int step = 0,
        string model = "m"
    )
    {
        var request = new ModelRequest
        {
            Model = model,
            Prompt = new Prompt(9, 42),
            UserText = userText,
            TurnStep = step,
            Tools = tools,
        };
        var choice = Assert.Single(new ReplyPlanner(options).Plan(request));
        Assert.Equal(choice.Parts[0] is ToolCall, choice.Ending == ReplyEnding.ToolCalls);
        return string.Join(' ', choice.Parts.Select(Describe));
    }

    private static string Describe(ReplyPart part)
    {
        var output = new ArrayBufferWriter<byte>();
        part.Write(output);
        var text = Encoding.UTF8.GetString(output.WrittenSpan);
        return part is ToolCall call ? $"{call.Name}({text})" : text;
    }
}
