using System.Globalization;

namespace GatewayBench.Tests.Prompts;

public sealed class PromptSampleTests
{
    private static readonly string[] Log =
    [
        .. Enumerable
            .Range(0, 200)
            .Select(i =>
                string.Create(CultureInfo.InvariantCulture, $$"""{"prompt": "number {{i}}"}""")
            ),
    ];

    [Fact]
    public void The_same_seed_takes_the_same_lines_and_another_takes_others()
    {
        var sample = PromptSample.From(Log, null, 10, seed: 7);

        Assert.Equal((200, 0), (sample.Seen, sample.Skipped));
        Assert.Equal(10, sample.Prompts.Distinct().Count());
        Assert.Equal(sample.Prompts, PromptSample.From(Log, null, 10, seed: 7).Prompts);
        Assert.NotEqual(sample.Prompts, PromptSample.From(Log, null, 10, seed: 8).Prompts);
        Assert.Equal(200, PromptSample.From(Log, null, 1_000, seed: 7).Prompts.Count);
    }

    [Fact]
    public void Every_line_has_the_same_chance()
    {
        var taken = new int[20];
        for (var seed = 0UL; seed < 4_000; seed++)
        {
            foreach (var prompt in PromptSample.From(Log[..20], null, 5, seed).Prompts)
            {
                taken[int.Parse(prompt.Split(' ')[1], CultureInfo.InvariantCulture)]++;
            }
        }

        // Each of 1,000 expected, with a standard deviation of 27.
        Assert.All(taken, count => Assert.InRange(count, 880, 1_120));
    }

    [Fact]
    public void A_field_can_be_named_and_plain_lines_are_prompts()
    {
        string[] lines = ["{\"q\": \"one\"}", "{\"other\": 1}", "", "{\"q\": 2}", "no json"];

        var named = PromptSample.From(lines, "q", 10, 1);
        var plain = PromptSample.From(
            ["just text ", "{\"other\": 1}", "{\"prompt\": \"p\"}"],
            null,
            10,
            1
        );

        Assert.Equal(["one"], named.Prompts);
        Assert.Equal((1, 3), (named.Seen, named.Skipped));
        Assert.Equal(["just text", "p"], plain.Prompts);
        Assert.Equal((2, 1), (plain.Seen, plain.Skipped));
    }

    [Theory]
    [InlineData("write to anna.muster+test@mail.example.org today", "write to [email] today")]
    [InlineData("my key is sk-proj-abcdefgh12345678", "my key is [redacted]")]
    [InlineData("password: hunter2", "password: [redacted]")]
    [InlineData("hello [[user:0123456789abcdef]]", "hello")]
    [InlineData("card 4111 1111 1111 1111, thanks", "card [card], thanks")]
    [InlineData("order 4111 1111 1111 1112, thanks", "order 4111 1111 1111 1112, thanks")]
    [InlineData("pay to DE89 3704 0044 0532 0130 00 please", "pay to [account] please")]
    [InlineData("call +49 30 901820 or (030) 901-8200", "call [phone] or [phone]")]
    [InlineData("call 555-123-4567 now", "call [phone] now")]
    [InlineData("from 192.168.10.7 at noon", "from [ip] at noon")]
    [InlineData(
        "version 1.2.3 of 2026-01-02, 15,000 rows",
        "version 1.2.3 of 2026-01-02, 15,000 rows"
    )]
    public void What_looks_like_somebodys_is_taken_out(string prompt, string expected) =>
        Assert.Equal([expected], PromptSample.From([prompt], null, 1, 1).Prompts);
}
