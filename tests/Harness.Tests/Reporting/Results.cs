namespace GatewayBench.Tests.Reporting;

/// <summary>Made-up results for reports: the figures are inputs of tests and mean nothing.</summary>
internal static class Results
{
    public static RowResult Row(
        string name,
        int users = 32,
        int successes = 5_000,
        long nanoseconds = 450_000
    )
    {
        var latency = HitHistograms.NewHistogram();
        for (var i = 0; i < successes; i++)
        {
            latency.RecordValue(nanoseconds + i * 10);
        }
        return new RowResult
        {
            Name = name,
            Load = ClosedLoad.UsersText(users),
            Users = users,
            Transport = "loopback",
            StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 6, TimeSpan.Zero),
            MeasuredSeconds = 5,
            WarmUpSeconds = 2,
            Settled = true,
            InFlightAtEnd = users,
            Successes = successes,
            SuccessesInTime = successes,
            Errors = new Dictionary<Outcome, long>(),
            Expected = [],
            Latency = latency,
            FailureLatency = HitHistograms.NewHistogram(),
            FirstByte = HitHistograms.NewHistogram(),
            ServiceTime = latency.Copy(),
            FailureServiceTime = HitHistograms.NewHistogram(),
            Open = null,
            Timeline =
            [
                new TimelineSlice(
                    0,
                    1,
                    successes,
                    new Dictionary<Outcome, long>(),
                    users,
                    450,
                    500,
                    510
                ),
            ],
            Metrics = [],
            Bytes = 20L * successes,
            Clamped = 0,
            CpuMicrosecondsPerRequest = 25,
            AllocatedBytesPerRequest = 1_800,
            Trust = new Trust { Fairness = 0.97 },
            Checks = [new CheckResult("is healthy", successes, successes)],
            Samples = new Dictionary<Outcome, string>(),
            Invalid = [],
        };
    }

    public static PartResult Part(string name, int successes = 5_000, params PartResult[] parts)
    {
        var row = Row(name, successes: successes);
        return new PartResult
        {
            Name = name,
            Successes = successes,
            SuccessesInTime = successes,
            Errors = new Dictionary<Outcome, long>(),
            Latency = row.Latency,
            FailureLatency = row.FailureLatency,
            ServiceTime = row.ServiceTime,
            FailureServiceTime = row.FailureServiceTime,
            FirstByte = row.FirstByte,
            Checks = [],
            Metrics = [],
            Bytes = row.Bytes,
            Clamped = 0,
            Samples = new Dictionary<Outcome, string>(),
            Parts = parts,
        };
    }

    public static LoadResult Of(params RowResult[] rows) =>
        new()
        {
            SchemaVersion = LoadResult.CurrentSchemaVersion,
            Name = "sample",
            StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Seed = 42,
            Machine = new MachineInfo("a CPU", 8, 16, "an OS", "x64", ".NET 10.0.0", "server"),
            Targets =
            [
                new TargetInfo(
                    "Gateway",
                    "loopback",
                    "0123456789abcdef0123456789abcdef01234567",
                    ["a note"]
                ),
            ],
            Settings = [new SettingOrigin(Variables.Seed, "42", "code")],
            Partial = false,
            Rows = rows,
        };

    /// <summary>As loaded with fake providers that have these options, and else the default ones.</summary>
    public static LoadResult WithProvider(this LoadResult result, params string[] options) =>
        result with
        {
            Targets = [.. result.Targets.Select(one => one with { ProviderOptions = options })],
        };
}
