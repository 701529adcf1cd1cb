namespace GatewayBench;

public static partial class LoadRunner
{
    /// <summary>
    /// Runs a profile: its rows one after the other, or the steps of a search for the breakpoint. What
    /// the options say of SLOs, hypothesis and what to watch takes the place of what the profile says.
    /// </summary>
    /// <param name="target">What is loaded.</param>
    /// <param name="scenario">What a user does.</param>
    /// <param name="profile">When it is done, and what is expected.</param>
    /// <param name="options">How; default the defaults, and the profile's name.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <inheritdoc cref="RunAsync(IReadOnlyList{Row}, RunOptions, CancellationToken)" />
    public static Task<LoadResult> RunAsync(
        ITarget target,
        Scenario scenario,
        Profile profile,
        RunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(profile);
        options ??= new RunOptions { Name = profile.Name };
        options = options with
        {
            Profile = profile.Name,
            ExpectedPeak = profile.ExpectedPeak,
            Slos = options.Slos.Count > 0 ? options.Slos : profile.Slos,
            Hypothesis = options.Hypothesis ?? profile.Hypothesis,
            Watch = options.Watch.Count > 0 ? options.Watch : profile.Watch,
        };
        foreach (var line in ProfileBrief.Of(profile, options))
        {
            options.Progress?.Invoke(line);
        }
        RowPlan plan = profile.SearchedTo is { } most
            ? new BreakpointRows(new Row(target, scenario, profile.Loads[0]), most)
            : new KnownRows([.. profile.Loads.Select(load => new Row(target, scenario, load))]);
        return RunAsync(plan, options, cancellationToken);
    }
}
