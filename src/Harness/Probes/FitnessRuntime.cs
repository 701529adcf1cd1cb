namespace GatewayBench;

/// <summary>Whether the runtime is as it is shipped.</summary>
internal static class FitnessRuntime
{
    /// <summary>Variables that a gateway under load inherits from this shell, as this tool does.</summary>
    public static FitnessFinding Knobs(IReadOnlyList<string> knobs)
    {
        // What is configured for this tool's own process is not inherited by anybody.
        var set = Variables(knobs).Where(knob => !RuntimeKnobs.IsProfiler(NameOf(knob))).ToList();
        return set.Count == 0
            ? new("runtime settings", Judgement.Ok, "as shipped")
            : new FitnessFinding(
                "runtime settings",
                Judgement.Warn,
                string.Join(", ", set),
                $"what is measured is not the shipped runtime: unset {string.Join(' ', set.Select(NameOf))}, "
                    + "unless production has them too"
            );
    }

    /// <summary>By a debugger, or by a profiler that every process of this shell loads.</summary>
    public static FitnessFinding Watched(IReadOnlyList<string> knobs, bool isDebugged)
    {
        var profilers = knobs
            .Where(knob =>
                RuntimeKnobs.IsProfiler(NameOf(knob))
                && !knob.EndsWith("=0", StringComparison.Ordinal)
            )
            .ToList();
        string[] watchers = [.. isDebugged ? ["a debugger"] : Array.Empty<string>(), .. profilers];
        return watchers.Length == 0
            ? new("debugger, profiler", Judgement.Ok, "none")
            : new FitnessFinding(
                "debugger, profiler",
                Judgement.Bad,
                string.Join(", ", watchers),
                "detach it, or unset the variable: it sits in every call"
            );
    }

    private static IEnumerable<string> Variables(IEnumerable<string> knobs) =>
        knobs.Where(knob => !knob.StartsWith("System.", StringComparison.Ordinal));

    private static string NameOf(string knob) => knob.Split('=', 2)[0];
}
