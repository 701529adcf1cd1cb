namespace GatewayBench.Tests.Execution;

/// <summary>What must be true of a row whatever was loaded.</summary>
internal static class RowCheck
{
    /// <summary>Every exchange is in exactly one class, every hit of a schedule was sent or is counted as unsent.</summary>
    public static void AddsUp(RowResult row)
    {
        Assert.Equal(row.Successes, row.Latency.TotalCount);
        Assert.Equal(row.Successes, row.ServiceTime.TotalCount);
        Assert.Equal(row.Errors.Values.Sum(), row.FailureLatency.TotalCount);
        Assert.True(row.Requests > 0);
        if (row.Open is { } open)
        {
            Assert.Equal(open.Offered, row.Requests + open.Unsent);
            Assert.Equal(row.Requests, open.ScheduleLag.TotalCount);
        }
    }

    /// <summary>Nothing but these, and at least one of them, with a sample of each.</summary>
    public static void HasOnly(RowResult row, params Outcome[] classes)
    {
        Assert.NotEmpty(row.Errors);
        Assert.All(row.Errors.Keys, outcome => Assert.Contains(outcome, classes));
        Assert.All(row.Errors.Keys, outcome => Assert.True(row.Samples.ContainsKey(outcome)));
    }
}
