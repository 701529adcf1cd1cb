namespace GatewayBench;

/// <summary>Prompts of a user, drawn by seed: short questions of varied length.</summary>
internal sealed class PromptFeed(UserDraws draws)
{
    private static readonly string[] Openings =
    [
        "How do I",
        "What is the best way to",
        "Explain in two sentences how to",
        "Give me an example of how to",
        "My team cannot agree: should we",
    ];

    private static readonly string[] Tasks =
    [
        "rotate an API key without downtime",
        "size a connection pool for a service with slow upstream calls",
        "keep a conversation's history within a model's context window",
        "tell a retry storm from a traffic spike",
        "index a million support tickets for search",
        "cancel an agent's run when its user has left",
    ];

    private static readonly string[] Conditions =
    [
        "",
        " on a small budget",
        " when two regions write at the same time",
        ", given that the last incident was caused by a missing timeout and nobody noticed for a day",
    ];

    public string Next() => $"{Pick(Openings)} {Pick(Tasks)}{Pick(Conditions)}?";

    private string Pick(string[] from) => from[draws.Next(from.Length)];
}
