namespace GatewayBench.Tests.Execution;

/// <summary>
/// What a gateway does to its exchanges ends as their classes, whatever the way to it and the load,
/// and every exchange is counted once.
/// </summary>
public sealed class GatewayFaultTests
{
    private static readonly RunOptions Impatient = Runs.Options with
    {
        ExchangeTimeout = TimeSpan.FromMilliseconds(50),
    };

    public static MatrixTheoryData<string, string> Everywhere =>
        new(
            FaultyTarget.Ways,
            [
                "/throw",
                "/throw/in-body",
                "/throw/when-aborted",
                "/hang",
                "/hang/in-body",
                "/abort",
                "/abort/in-body",
                "/short",
                "/endless",
            ]
        );

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task A_failed_exchange_has_the_class_of_its_fault(string way, string fault)
    {
        await using var faulty = await FaultyTarget.StartAsync(way);
        // Expected, so that the checked exchange ahead of the load may fail too.
        var scenario = Scenario
            .Http($"GET {fault}", user => user.Get(fault))
            .Expect(Classes(fault));

        var result = await LoadRunner.RunAsync(
            [
                new(faulty.Target, scenario, Load.Closed(2, "300ms")),
                new(faulty.Target, scenario, Load.Constant(200, "300ms").WithMaxInFlight(8)),
            ],
            IsEndedByTheTimeOut(fault) ? Impatient : Runs.Options,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, result.Rows.Count);
        Assert.All(
            result.Rows,
            row =>
            {
                RowCheck.AddsUp(row);
                Assert.Equal(0, row.Successes);
                RowCheck.HasOnly(row, Classes(fault));
            }
        );
    }

    private static bool IsEndedByTheTimeOut(string fault) =>
        fault is "/hang" or "/hang/in-body" or "/endless" or "/throw/when-aborted";

    /// <summary>Whether a broken body's headers had arrived when it broke is a race.</summary>
    private static Outcome[] Classes(string fault) =>
        fault switch
        {
            "/throw" => [Outcome.Http5xx],
            "/abort" => [Outcome.Reset],
            "/throw/in-body" or "/abort/in-body" or "/short" =>
            [
                Outcome.TruncatedStream,
                Outcome.Reset,
            ],
            _ => [Outcome.Timeout],
        };
}
