namespace GatewayBench.EndToEnd;

/// <summary>Made-up runs, kept in a folder.</summary>
internal static class KnownRuns
{
    /// <param name="verdict">Of the primary metric.</param>
    /// <param name="logRatios">ln(B / A) of the rate in each pair; every other one has B first.</param>
    /// <param name="allocated">A's bytes a request; B's are the same.</param>
    public static PairedComparison Run(
        string? verdict,
        IEnumerable<double> logRatios,
        double allocated = 10_000
    ) =>
        new()
        {
            SchemaVersion = PairedComparison.CurrentSchemaVersion,
            Name = "worker",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = new MachineInfo("cpu", 2, 4, "Linux 6", "x64", ".NET 10.0.1", "server"),
            A = new ComparedArm("worker", "aaa", null, []),
            B = new ComparedArm("worker", "aaa", null, []),
            Plan = new PairPlan { Bench = "hash", Transport = "loopback" },
            Pairs =
            [
                .. logRatios.Select(
                    (ratio, i) =>
                        new Pair(
                            i + 1,
                            i % 2 == 0 ? ArmSide.A : ArmSide.B,
                            DateTimeOffset.UnixEpoch,
                            31,
                            [
                                new PairFigure("chat", "OK/s", 1_000, 1_000 * Math.Exp(ratio)),
                                new PairFigure("chat", "Alloc/req", allocated, allocated),
                            ]
                        )
                ),
            ],
            Results =
            [
                new SeriesResult(
                    "chat",
                    "OK/s",
                    "primary",
                    verdict,
                    10,
                    10,
                    1,
                    null,
                    null,
                    0.5,
                    0.5
                ),
            ],
        };

    /// <summary>Pairs that scatter evenly by two per cent, and lean to nobody.</summary>
    public static IEnumerable<double> Noise(int pairs) =>
        Enumerable.Range(0, pairs).Select(i => 0.02 * (i / 2 % 7 - 3) / 2 * (i % 2 == 0 ? 1 : -1));
}
