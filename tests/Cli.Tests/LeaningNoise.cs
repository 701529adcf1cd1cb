using System.Security.Cryptography;

namespace GatewayBench.Cli.Tests;

/// <summary>What is stored of a machine on which the same build differs from itself.</summary>
internal static class LeaningNoise
{
    public const string Refusal = "It leans.";

    /// <param name="store">The folder of <c>--store</c>.</param>
    /// <param name="bench">The bench file that it is of.</param>
    /// <param name="conditions">How pairs are measured; null for as usual.</param>
    public static void Store(
        string store,
        string bench,
        Func<PairPlan, PairPlan>? conditions = null
    )
    {
        var plan = new PairPlan
        {
            Bench = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(bench))),
            Transport = "loopback",
        };
        plan = conditions?.Invoke(plan) ?? plan;
        var row = new NoiseRow(
            DateTimeOffset.UnixEpoch,
            ChatBench.Row,
            plan.Metric,
            plan.NoiseConditions,
            Pairs: 16,
            Sigma: 0.02,
            Low: 0.01,
            High: 0.03,
            Refusal
        );
        var machine = Fingerprint.Of(MachineInfo.Read());
        new NoiseStore(store).Store(
            new MachineNoise(MachineNoise.CurrentSchemaVersion, machine, [row])
        );
    }
}
