using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

public sealed class GuardrailChatClientTests
{
    private static readonly (string, string) _on = ("Guardrail:Enabled", "true");
    private static readonly (string, string) _block = ("Guardrail:Action", "block");

    [Fact]
    public async Task Off_by_default_it_is_not_there()
    {
        using var agent = new TestAgent(new ScriptedModel(Says("Ask joe@example.com.")));

        Assert.IsType<AgentLoop>(agent.Client);
        Assert.Equal("Ask joe@example.com.", (await agent.AskAsync(streamed: false)).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Matches_are_redacted_and_counted_by_rule(bool streamed)
    {
        var model = new ScriptedModel(Says("Ask joe@example.com or ann@example.com of ORD-123."));
        using var agent = new TestAgent(model, _on, ("Guardrail:Patterns:order", @"ORD-\d{3}"));
        var hits = new List<string>();
        using var listener = Listen(agent, hits);

        var response = await agent.AskAsync(streamed);

        Assert.Equal(
            "Ask [redacted email] or [redacted email] of [redacted order].",
            response.Text
        );
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(15, response.Usage?.TotalTokenCount);
        Assert.Equal(["email redact", "email redact", "order redact"], hits);
    }

    [Fact]
    public async Task A_blocked_answer_is_replaced()
    {
        var model = new ScriptedModel(Says("Ask joe@example.com."));
        using var agent = new TestAgent(model, _on, _block, ("Guardrail:BlockedText", "No."));
        var hits = new List<string>();
        using var listener = Listen(agent, hits);

        var response = await agent.AskAsync(streamed: false);

        Assert.Equal("No.", response.Text);
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Equal(["email block"], hits);
    }

    [Fact]
    public async Task A_blocked_stream_ends_before_the_match_and_the_model_is_asked_no_more()
    {
        var model = new ScriptedModel(
            Calls("Ask joe@example.com.", ("clock", new { })),
            Says("Never asked.")
        );
        using var agent = new TestAgent(model, _on, _block);

        var response = await agent.AskAsync(streamed: true);

        Assert.Equal("Ask This answer was withheld.", response.Text);
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Single(model.Asked);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Each_message_is_a_text_of_its_own_and_what_is_no_text_is_left_out(
        bool streamed,
        bool blocks
    )
    {
        var model = new ScriptedModel(
            Calls("Wait joe", ("calculator", new { expression = "1" })),
            Says("@example.com is no address.")
        );
        using var agent = new TestAgent(
            model,
            _on,
            ("Guardrail:Action", blocks ? "block" : "redact")
        );

        var response = await agent.AskAsync(streamed);

        Assert.Equal(
            ["Wait joe", "@example.com is no address."],
            response.Messages.Select(message => message.Text)
        );
        Assert.All(
            response.Messages.SelectMany(message => message.Contents),
            content => Assert.IsType<TextContent>(content)
        );
        Assert.Equal(30, response.Usage?.TotalTokenCount);
        // The agent behind it has seen them.
        Assert.Equal(["1"], model.Asked.Last().Results);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Calls_of_the_callers_own_tools_are_passed_on(bool streamed)
    {
        var model = new ScriptedModel(Calls("joe@example.com", ("mine", new { })));
        using var agent = new TestAgent(model, _on);
        var options = new ChatOptions
        {
            Tools = [new ProbeTool("mine", (_, _) => throw new InvalidOperationException())],
        };

        var response = await agent.AskAsync(streamed, options: options);

        Assert.Equal("[redacted email]", response.Text);
        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>();
        Assert.Equal("mine", Assert.Single(calls).Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_is_guarded_as_well(bool streamed)
    {
        var refusal = Says("");
        refusal.Messages[0].Contents =
        [
            new ErrorContent("Not joe@example.com!") { ErrorCode = "refusal" },
        ];
        using var agent = new TestAgent(new ScriptedModel(refusal), _on);

        var response = await agent.AskAsync(streamed);

        var error = Assert.IsType<ErrorContent>(Assert.Single(response.Messages[0].Contents));
        Assert.Equal(("Not [redacted email]!", "refusal"), (error.Message, error.ErrorCode));
    }

    [Fact]
    public async Task What_a_cache_may_hold_is_not_changed()
    {
        var held = Says("Ask joe@example.com.");
        using var agent = new TestAgent(new ScriptedModel(held), _on);

        await agent.AskAsync(streamed: false);

        Assert.Equal("Ask joe@example.com.", held.Text);
    }

    [Theory]
    [InlineData("Action", "drop", "Guardrail:Action is 'drop': allowed is redact or block.")]
    [InlineData(
        "BuiltIn:0",
        "iban",
        "Guardrail:BuiltIn is 'iban': allowed is any of card_number, api_key, email."
    )]
    [InlineData("SearchTimeoutMs", "0", "Guardrail:SearchTimeoutMs is '0'")]
    [InlineData(
        "Patterns:order",
        "ORD-[0-9]+",
        "Guardrail:Patterns:order is 'ORD-[0-9]+', which cannot be a pattern: at character 10 is '+'"
    )]
    public void A_bad_setting_is_refused(string key, string value, string expected)
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            new TestAgent(new ScriptedModel(), ($"Guardrail:{key}", value))
        );

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_built_in_rules_that_are_named_apply()
    {
        var model = new ScriptedModel(Says("joe@example.com 4111 1111 1111 1111"));
        using var agent = new TestAgent(model, _on, ("Guardrail:BuiltIn:0", "card_number"));

        Assert.Equal(
            "joe@example.com [redacted card_number]",
            (await agent.AskAsync(streamed: true)).Text
        );
    }

    private static MeterListener Listen(TestAgent agent, List<string> hits)
    {
        var scope = agent.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (
                    ReferenceEquals(instrument.Meter.Scope, scope)
                    && instrument.Name == "gateway.guardrail.hits"
                )
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => hits.Add($"{tags[0].Value} {tags[1].Value}")
        );
        listener.Start();
        return listener;
    }
}
