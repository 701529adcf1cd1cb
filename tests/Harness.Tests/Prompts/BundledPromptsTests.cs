using GatewayBench.Support;

namespace GatewayBench.Tests.Prompts;

public sealed class BundledPromptsTests
{
    private static readonly int[] Lengths =
    [
        .. BundledPrompts.Read().Select(prompt => PromptWriter.Tokens(prompt.Text)).Order(),
    ];

    [Fact]
    public void The_file_is_what_the_writer_writes()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "prompts.jsonl");
        File.WriteAllText(file, PromptWriter.Write());

        Assert.True(
            File.ReadAllText(file)
                == File.ReadAllText(
                    Repository.PathOf("src", "Harness", "Prompts", "prompts.jsonl")
                ),
            $"The writer changed: copy {file} to src/Harness/Prompts."
        );
    }

    [Fact]
    public void They_are_as_long_as_conversations_are()
    {
        Assert.Equal(PromptWriter.Count, Lengths.Length);
        // exp(6.63) is 757 tokens; no prompt is longer than its quantile, or shorter by more than a sentence.
        Assert.InRange(Lengths[50], 757 - 40, 757 + 40);
        // exp(6.63 + 0.99 * 1.2816) is 2,694.
        Assert.InRange(Lengths[90], 2_694 - 150, 2_694 + 150);
        Assert.Equal(52, Lengths[0]);
        Assert.InRange(Lengths[^1], PromptWriter.Most - 40, PromptWriter.Most);
    }

    [Fact]
    public void They_fit_the_limits_of_the_sample_gateway()
    {
        Assert.All(BundledPrompts.Read(), prompt => Assert.InRange(prompt.Text.Length, 1, 30_000));
        Assert.Distinct(BundledPrompts.Read());
    }
}
