namespace GatewayBench;

/// <summary>The scenarios of a bench file, one by one.</summary>
internal static class BenchRows
{
    /// <summary>Each as it would be by itself, with what users do first.</summary>
    /// <param name="scenario">The file's: one, or a mix of several.</param>
    public static IReadOnlyList<Scenario> Of(Scenario scenario) =>
        scenario.Form is MixForm mix
            ? [.. mix.Parts.Select(part => With(part, scenario.Prelude))]
            : [scenario];

    /// <summary>Those of these names, in their order.</summary>
    /// <param name="scenario">Likewise.</param>
    /// <param name="names">None for all of the file as one.</param>
    /// <exception cref="ArgumentException">There is none of a name.</exception>
    public static IReadOnlyList<Scenario> Named(Scenario scenario, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return [scenario];
        }
        var all = Of(scenario);
        return
        [
            .. names.Select(name =>
                all.FirstOrDefault(row => row.Name == name)
                ?? throw new ArgumentException(
                    $"The row is '{name}'; allowed: {string.Join(", ", all.Select(row => row.Name))}."
                )
            ),
        ];
    }

    private static Scenario With(Scenario part, Scenario? prelude) =>
        prelude is not null && part.Prelude is null ? part.First(prelude) : part;
}
