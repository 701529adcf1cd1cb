using System.Security.Cryptography;

namespace GatewayBench.Cli.Tests;

/// <summary>
/// What the verbs make of pairs, by comparisons that are gone on with after their last one: so that no
/// figure of this machine decides.
/// </summary>
public sealed class StoredPairsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0.8, null, 1, "REGRESSED: POST /api/chat, OK/s -20.0 %")]
    [InlineData(1.2, null, 0, "IMPROVED")]
    [InlineData(1.0, null, 0, "UNCHANGED")]
    [InlineData(0.8, "steal", 3, "NO VERDICT: 12 of 12 pairs were lost, the last one to steal")]
    public async Task A_comparison_ends_with_the_exit_code_of_its_verdict(
        double ratio,
        string? discarded,
        int exitCode,
        string line
    )
    {
        var bench = Store(ratio, pairs: 12, discarded, looks: [10, 16, 24, 40], most: 40);

        var result = await RunAsync("compare", bench, "--b-set", "A=b");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(line, result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "report.html")));
        Assert.True(File.Exists(Path.Combine(_folder, "report.md")));
        Assert.False(ComparisonFile.Read(_folder).Partial);
    }

    [Theory]
    [InlineData(1.0, 0, "Sigma   OK/s of POST /api/chat: 0.1")]
    [InlineData(0.9, 3, "REFUSED: The same build against itself")]
    public async Task Noise_is_stored_for_comparisons_to_come(
        double ratio,
        int exitCode,
        string line
    )
    {
        var bench = Store(ratio, pairs: 12, discarded: null, looks: [], most: 12);

        var result = await RunAsync("noise", bench, "--pairs", "12");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(line, result.Output, StringComparison.Ordinal);
        var noise = new NoiseStore(_folder).Of(Fingerprint.Of(MachineInfo.Read()));
        var row = Assert.Single(noise.Rows, one => one.Metric == "OK/s");
        Assert.Equal(
            (ChatBench.Row, 12, exitCode == 3),
            (row.Row, row.Pairs, row.Refusal is not null)
        );
        Assert.StartsWith(
            "loopback, 2 users, 16 x 250 ms, warm-up of up to 20 s, bench ",
            row.Conditions,
            StringComparison.Ordinal
        );
    }

    private Task<ToolResult> RunAsync(string verb, string bench, params string[] more) =>
        ToolInProcess.RunAsync([
            verb,
            bench,
            "--users",
            "2",
            "--store",
            _folder,
            "--resume",
            _folder,
            .. more,
        ]);

    private string Store(
        double ratio,
        int pairs,
        string? discarded,
        IReadOnlyList<int> looks,
        int most
    )
    {
        var bench = ChatBench.WriteTo(_folder);
        var settings = new Dictionary<string, string>();
        if (looks.Count > 0)
        {
            settings["A"] = "b";
        }
        var comparison = new PairedComparison
        {
            SchemaVersion = PairedComparison.CurrentSchemaVersion,
            Name = "chat",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = MachineInfo.Read(),
            A = Arm(new Dictionary<string, string>()),
            B = Arm(settings),
            Plan = new PairPlan
            {
                Bench = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(bench))),
                Transport = "loopback",
                Users = 2,
                Looks = looks,
                MostPairs = most,
            },
        };
        for (var number = 1; number <= pairs; number++)
        {
            // A little to either side, as no two pairs are the same.
            var off = Math.Exp((number % 2 * 2 - 1) * 0.001);
            comparison = comparison.With(
                new Pair(
                    number,
                    ArmSide.A,
                    DateTimeOffset.UnixEpoch,
                    24,
                    [new PairFigure(ChatBench.Row, "OK/s", 1_000, 1_000 * ratio * off)]
                )
                {
                    Discarded = discarded,
                }
            );
        }
        ComparisonFile.Write(_folder, comparison);
        return bench;
    }

    private static ComparedArm Arm(Dictionary<string, string> settings) =>
        ArmSources.Hosted("Gateway", Builds.Gateway, null, settings).Shown;
}
