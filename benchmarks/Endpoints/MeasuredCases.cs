using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using static GatewayBench.GatewayScenarios;

namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>Where a single request's cost makes sense: endpoints, and what can be switched on before them.</summary>
internal static class MeasuredCases
{
    private const int Documents = 1_000;
    private const string User = "bench";

    // For nobody but a gateway that ends with the benchmark.
    private const string Password = "bench-password";
    private const string ApiKey = "gw-bench";

    public static IReadOnlyList<MeasuredCase> All { get; } = Create(Asking());

    private static MeasuredCase[] Create((string, string)[] asking) =>
        [
            new(Health("/health/live")),
            new(Metrics()),
            new(Chat()),
            new(StreamedChat()),
            new(WebSocketChat()),
            new(OpenAiChat()),
            new(OpenAiStreamedChat()),
            new(RunToTerminal()),
            new(Search("/api/search", Queries())) { Documents = Documents },
            new(Login("/auth/login", User, Password), asking),
            new(Chat().Named("POST /api/chat, API key").Bearer(ApiKey), asking),
            new(Chat().Named("POST /api/chat, limiter"), Limiting()),
            new(Chat().Named("POST /api/chat, guardrail"), ("Guardrail:Enabled", "true")),
            new(
                StreamedChat().Named("POST /api/chat, streamed, guardrail"),
                ("Guardrail:Enabled", "true")
            ),
        ];

    private static CorpusQuery[] Queries() =>
        [.. Corpus.Queries(Documents, SampleGateway.Seed).Take(100)];

    private static (string, string)[] Asking() =>
        [
            ("Auth:Enabled", "true"),
            // Logins under way count as failed ones until they are known to be none.
            ("Auth:FailedLoginsPerMinute", "1000000"),
            (
                $"Auth:Users:{User}:PasswordHash",
                new PasswordHasher<string>().HashPassword("", Password)
            ),
            ($"Auth:Users:{User}:Scopes", "chat"),
            (
                "Auth:ApiKeys:holder:Hash",
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey)))
            ),
            ("Auth:ApiKeys:holder:Scopes", "chat"),
        ];

    private static (string, string)[] Limiting()
    {
        const string Unlimited = "100000000";
        return
        [
            ("RateLimit:Enabled", "true"),
            ("RateLimit:Requests", Unlimited),
            ("RateLimit:PerIdentity", Unlimited),
        ];
    }
}
