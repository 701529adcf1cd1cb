using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GatewayBench.Tests.Prompts;

/// <summary>
/// Writes the bundled prompts. Their lengths are the 100 even quantiles of a log-normal distribution
/// with mu 6.63 and sigma 0.99 of ln tokens (prompts of conversations, Azure 2023), kept within 32 to
/// 4,096 tokens; the texts are made up from the phrases below.
/// </summary>
internal static class PromptWriter
{
    public const int Count = 100;
    public const int Least = 32;
    public const int Most = 4_096;

    private const ulong Seed = 20_260_101;
    private const double Mu = 6.63;
    private const double Sigma = 0.99;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Questions =
    [
        "How do we rotate an API key without downtime?",
        "What is the best way to size a connection pool when upstream calls are slow?",
        "Explain in two sentences why the history no longer fits the context window.",
        "Give me an example of a test that tells a retry storm from a traffic spike.",
        "My team cannot agree: should the index of support tickets be rebuilt every night?",
        "Which of these runs should be cancelled when its user has left?",
        "Summarise the notes below for someone who was on holiday.",
        "Draft a short answer to the customer, polite and without promises.",
        "List the open questions in the order in which we should ask them.",
        "What changed between the first and the last entry, and does it matter?",
    ];

    private static readonly string[] Leads =
    [
        "Here is what we know so far.",
        "These are my notes from the call.",
        "For context, the last entries of the log book:",
        "This is what the customer wrote to us last week.",
        "I copied the relevant part of the runbook.",
        "Earlier today I wrote down the following.",
    ];

    private static readonly string[] Subjects =
    [
        "The billing job",
        "One of the two gateways",
        "The new search index",
        "A worker in the second zone",
        "The customer's import",
        "Our staging cluster",
        "The nightly report",
        "The login page",
        "Every third request",
        "The mail queue",
        "A script that nobody owns",
        "The cache in front of it",
    ];

    private static readonly string[] Verbs =
    [
        "stopped twice",
        "took longer than usual",
        "came back with an empty list",
        "was moved to a larger machine",
        "asked for the same page again and again",
        "lost its connection",
        "ran out of disk space",
        "answered with a time-out",
        "was restarted by hand",
        "finished without a word in the log",
        "doubled its memory",
        "went on as if nothing had happened",
    ];

    private static readonly string[] Ends =
    [
        "shortly after the release",
        "while the backup was running",
        "on Tuesday at noon",
        "before anyone looked at the chart",
        "although the alarm had been switched off",
        "as soon as the limit was raised",
        "for the fourth time this month",
        "when two people changed the same setting",
        "and then it did so again",
        "in spite of the new rule",
    ];

    public static string Write()
    {
        var draws = new UserDraws(Seed, user: 0);
        int[] lengths =
        [
            .. Enumerable.Range(0, Count).Select(Tokens).OrderBy(_ => draws.Next(1 << 20)),
        ];
        var file = new StringBuilder();
        foreach (var tokens in lengths)
        {
            var prompt = Prompt(tokens, draws);
            file.Append(JsonSerializer.Serialize(new { prompt }, Plain)).Append('\n');
        }
        return file.ToString();
    }

    public static int Tokens(string prompt) => TokenRule.Count(Encoding.UTF8.GetBytes(prompt));

    private static int Tokens(int index)
    {
        var quantile = Math.Exp(Mu + Sigma * NormalQuantile.Of((index + 0.5) / Count));
        return (int)Math.Clamp(Math.Round(quantile), Least, Most);
    }

    /// <summary>The question, and as many sentences about it as fit.</summary>
    private static string Prompt(int tokens, UserDraws draws)
    {
        var text = new StringBuilder(Of(Questions));
        var left = tokens - Tokens(text.ToString());
        for (var i = 0; ; i++)
        {
            var (gap, next) = i % 8 == 0 ? ("\n\n", Of(Leads)) : (" ", Sentence());
            if ((left -= Tokens(next)) < 0)
            {
                return text.ToString();
            }
            text.Append(gap).Append(next);
        }

        string Sentence() => $"{Of(Subjects)} {Of(Verbs)} {Of(Ends)}.";

        string Of(string[] list) => list[draws.Next(list.Length)];
    }
}
