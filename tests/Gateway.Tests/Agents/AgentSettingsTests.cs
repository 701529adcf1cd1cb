using Microsoft.Extensions.Options;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

public sealed class AgentSettingsTests
{
    [Theory]
    [InlineData(
        "Agent:MaxSteps",
        "0",
        "Agent:MaxSteps is '0': allowed is a whole number from 1 to 50."
    )]
    [InlineData("Agent:SubAgentMaxSteps", "51", "Agent:SubAgentMaxSteps is '51'")]
    [InlineData("Agent:MaxCallsPerStep", "0", "Agent:MaxCallsPerStep is '0'")]
    [InlineData("Agent:MaxSubAgents", "101", "Agent:MaxSubAgents is '101'")]
    [InlineData("Agent:MaxParallel", "0", "Agent:MaxParallel is '0'")]
    [InlineData("Agent:MaxTokens", "0", "Agent:MaxTokens is '0'")]
    [InlineData("Agent:ToolTimeoutSeconds", "601", "Agent:ToolTimeoutSeconds is '601'")]
    [InlineData("Agent:MaxResultChars", "99", "Agent:MaxResultChars is '99'")]
    [InlineData(
        "Agent:Tools:0",
        "abacus",
        "Agent:Tools is 'abacus': allowed is any of clock, calculator, search_documents, delegate."
    )]
    [InlineData("Agent:Tools:0", "http_get", "Agent:Tools is 'http_get': allowed is any of clock")]
    public void A_bad_setting_is_refused(string key, string value, string expected)
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            new TestAgent(new ScriptedModel(Says("Hi")), (key, value))
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_tools_that_are_named_are_offered()
    {
        var model = new ScriptedModel(Says("Hello!"));
        using var agent = new TestAgent(
            model,
            ("Agent:Tools:0", "http_get"),
            ("Agent:Tools:1", "clock"),
            ("Tools:Http:AllowedHosts:0", "example.com")
        );

        await agent.AskAsync(streamed: false);

        Assert.Equal(["clock", "http_get"], model.Asked.Single().Tools);
    }

    [Fact]
    public void The_gateway_refuses_to_start_with_a_tool_that_it_does_not_have()
    {
        using var logs = new RecordedLogs();
        using var gateway = new TestGateway("http://127.0.0.1:1/v1", ("Agent:Tools:0", "abacus"))
        {
            Logs = logs,
        };

        // What is thrown depends on whether the gateway's own thread is done with it by then.
        Assert.ThrowsAny<Exception>(() => gateway.Connect());

        Assert.Contains(
            logs.Lines,
            line =>
                line.Text.Contains(nameof(OptionsValidationException), StringComparison.Ordinal)
                && line.Text.Contains("Agent:Tools is 'abacus'", StringComparison.Ordinal)
        );
    }
}
