namespace GatewayBench.Cli;

/// <summary>What of a bench file is measured one by one.</summary>
internal static class OverheadRows
{
    /// <param name="scenario">The file's: one, or a mix of several.</param>
    /// <exception cref="UsageException">One of them is more than an exchange.</exception>
    public static IReadOnlyList<Scenario> Of(Scenario scenario)
    {
        return [.. BenchRows.Of(scenario).Select(Single)];
    }

    private static Scenario Single(Scenario row)
    {
        // A scenario of the file's own is a list of steps, even if it is of one.
        var single = row.Form is SequenceForm { Parts: [var only] } ? only.Named(row.Name) : row;
        if (single.Form is not HttpForm)
        {
            throw new UsageException(
                $"'{row.Name}' is {row.Form.Kind}, whose exchanges can't be paired as one; allowed: scenarios "
                    + "of one HTTP exchange, streamed or not."
            );
        }
        return row.Prelude is { } first && single.Prelude is null ? single.First(first) : single;
    }
}
