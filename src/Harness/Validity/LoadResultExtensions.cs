namespace GatewayBench;

/// <summary>What a test asks of a result.</summary>
public static class LoadResultExtensions
{
    /// <summary>
    /// Requires of every row at least one success, few unexpected errors and, unless it is expected, no
    /// reply that went to the wrong user; never a speed.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="maxErrors">The share of requests that may end in an unexpected error; default 1 %. Of <see cref="Outcome.CrossSession"/> none may, whatever it says.</param>
    /// <exception cref="LoadFailedException">A row has no success, or more errors than that.</exception>
    public static void ShouldSucceed(this LoadResult result, double maxErrors = 0.01)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] failures = [.. result.Rows.SelectMany(row => Failures(row, maxErrors))];
        if (result.Partial)
        {
            failures = ["The run was ended before its time.", .. failures];
        }
        if (failures.Length > 0)
        {
            throw new LoadFailedException(string.Join(Environment.NewLine, failures));
        }
    }

    private static IEnumerable<string> Failures(RowResult row, double maxErrors)
    {
        var samples = row
            .Samples.Where(sample => !row.Expected.Contains(sample.Key))
            .Select(sample => $"; first {sample.Key.Label()}: {sample.Value}");
        var leaks = row.Errors.GetValueOrDefault(Outcome.CrossSession);
        if (leaks > 0 && !row.Expected.Contains(Outcome.CrossSession))
        {
            yield return $"{row.Title()}: {leaks} of {row.Requests} replies went to the wrong user"
                + $" ({Outcome.CrossSession.Label()}), allowed: none{string.Concat(samples)}";
        }
        if (row.Successes == 0)
        {
            yield return $"{row.Title()}: no success{string.Concat(samples)}";
        }
        else if (row.UnexpectedErrors > maxErrors * row.Requests)
        {
            var share = Units.Percent((double)row.UnexpectedErrors / row.Requests);
            yield return $"{row.Title()}: {row.UnexpectedErrors} unexpected errors of {row.Requests} requests"
                + $" ({share}), allowed: {Units.Percent(maxErrors)}{string.Concat(samples)}";
        }
    }
}
