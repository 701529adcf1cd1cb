namespace GatewayBench;

/// <summary>What is said of a profile before it runs.</summary>
internal static class ProfileBrief
{
    /// <param name="profile">Which.</param>
    /// <param name="options">What is judged, and by what the times are multiplied.</param>
    public static IEnumerable<string> Of(Profile profile, RunOptions options)
    {
        yield return $"profile {profile.Name}: {profile.Purpose}";
        yield return $"hypothesis: {options.Hypothesis}";
        yield return $"criteria: {string.Join(", ", options.Slos)}"
            + (options.TimeScale == 1 ? "" : "; those of times and rates are not judged");
        foreach (var load in profile.Loads)
        {
            yield return $"stages: {Stages(load)}"
                + (
                    profile.SearchedTo is { } most
                        ? $", doubled up to {ClosedLoad.UsersText(most)} until it fails, then halved"
                        : ""
                );
        }
        yield return $"watch: {string.Join("; ", options.Watch)}";
        var scaled =
            options.TimeScale == 1
                ? ""
                : $", at a time scale of {TimeScaling.Text(options.TimeScale)}";
        yield return $"expected to take {(profile.SearchedTo is null ? "" : "at most ")}"
            + $"{Units.Time(profile.Duration * options.TimeScale)}{scaled}, and each row's warm-up, of "
            + $"at most {Units.Time(options.WarmUpCap)}";
    }

    private static string Stages(ClosedLoad load)
    {
        var spans = StageSpan.Of(load);
        return spans.Length == 0
            ? $"{ClosedLoad.UsersText(load.Users)} for {Units.Time(load.Duration)}"
            : string.Join(
                ", ",
                spans.Select(span =>
                    $"{span.Name} "
                    + (span.FromUsers == span.ToUsers ? "" : $"{span.FromUsers} to ")
                    + $"{ClosedLoad.UsersText(span.ToUsers)} for {Units.Time(span.To - span.From)}"
                )
            );
    }
}
