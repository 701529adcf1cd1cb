namespace GatewayBench.Tests.Pairs;

/// <summary>Comparisons without a machine.</summary>
internal static class Comparisons
{
    public static PairedComparison New(string name = "chat") =>
        new()
        {
            SchemaVersion = PairedComparison.CurrentSchemaVersion,
            Name = name,
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = new MachineInfo("cpu", 2, 4, "Linux 6", "x64", ".NET 10.0.1", "server"),
            A = new ComparedArm("main", "aaa", "1111111", []),
            B = new ComparedArm("feature", "bbb", null, ["Auth:Enabled=false"]),
            Plan = new PairPlan
            {
                Bench = "hash",
                Transport = "loopback",
                Users = 2,
                Looks = [10, 16, 24, 40],
                MostPairs = 40,
            },
        };

    public static PairedComparison Noise(int pairs) =>
        New() with
        {
            Plan = New().Plan with { Looks = [], MostPairs = pairs },
        };

    public static async Task<PairedComparison> RunAsync(
        PairedComparison comparison,
        IPairMeter meter
    ) => await new PairRun(meter, _ => { }, _ => { }).RunAsync(comparison, CancellationToken.None);
}
