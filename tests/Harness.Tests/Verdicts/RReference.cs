using System.Text.Json;

namespace GatewayBench.Tests.Verdicts;

/// <summary>What R says; <c>eng/R/signed-rank.R</c> made the file.</summary>
internal sealed record RReference(
    IReadOnlyList<SignedRankReference> SignedRank,
    IReadOnlyList<HolmReference> Holm
)
{
    private static readonly JsonSerializerOptions s_camelCase = new(JsonSerializerDefaults.Web);

    public static readonly RReference All = JsonSerializer.Deserialize<RReference>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Verdicts", "signed-rank.json")),
        s_camelCase
    )!;
}
