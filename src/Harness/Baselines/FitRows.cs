namespace GatewayBench;

/// <summary>Tells rows whose figures mean something from others.</summary>
internal static class FitRows
{
    /// <summary>Those that are valid and did what they were to do, and for each of the others why not.</summary>
    public static (IReadOnlyList<RowResult> Fit, IReadOnlyList<string> Unfit) Of(LoadResult result)
    {
        var fit = new List<RowResult>();
        var unfit = new List<string>();
        foreach (var row in result.Rows)
        {
            if (WhyNot(row, result) is { } why)
            {
                unfit.Add(why);
            }
            else
            {
                fit.Add(row);
            }
        }
        return (fit, unfit);
    }

    private static string? WhyNot(RowResult row, LoadResult result)
    {
        var title = row.Title();
        if (row.Invalid.Count > 0)
        {
            return $"{title}: INVALID, {string.Join("; ", row.Invalid)}";
        }
        try
        {
            // Row by row; that a run was ended early is not this row's fault.
            (result with { Rows = [row], Partial = false }).ShouldSucceed();
            return null;
        }
        catch (LoadFailedException e)
        {
            return e.Message;
        }
    }
}
