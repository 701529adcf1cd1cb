namespace GatewayBench;

/// <summary>What a test asks of a result by SLOs.</summary>
public static class SloResultExtensions
{
    /// <summary>
    /// Requires of the rows that they meet SLOs. Figures of an INVALID row meet none: the message then
    /// says so, and why. Look at <see cref="LoadResult.IsValid"/> first to skip such a test instead.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="slos">Such as <c>p95&lt;3s</c> and <c>errors&lt;1%</c>; each is judged on every row, or on the row or part it names.</param>
    /// <exception cref="SloMissedException">One is missed or can't be judged; the message is the block of all of them.</exception>
    /// <exception cref="SloException">One can't be read, or asks for what no row has.</exception>
    public static void ShouldMeet(this LoadResult result, params string[] slos)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(slos);
        ArgumentOutOfRangeException.ThrowIfZero(slos.Length);
        var set = new SloSet([.. slos.Select(Slo.Parse)]);
        if (result.Rows.Count == 0)
        {
            throw new SloMissedException("Nothing was measured.");
        }
        set.Require([.. result.Rows.Select(SloShape.Of)]);
        var judged = result with
        {
            Rows =
            [
                .. result.Rows.Select(row => row with { Slos = set.Judge(row, result.TimeScale) }),
            ],
        };
        if (result.Partial || judged.HasSlo(SloVerdict.Fail) || judged.HasSlo(SloVerdict.Invalid))
        {
            throw new SloMissedException(string.Join(Environment.NewLine, Block(judged)));
        }
    }

    private static IEnumerable<string> Block(LoadResult result) =>
        [
            .. result.Partial ? ["The run was ended before its time."] : Array.Empty<string>(),
            SloLines.Title,
            .. SloLines.Of(result.Rows).Select(line => $"  {line}"),
            .. from row in result.Rows
            from reason in row.Invalid
            select $"  {row.Title()} is INVALID: {reason}",
        ];
}
