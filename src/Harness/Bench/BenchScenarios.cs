namespace GatewayBench;

/// <summary>Makes one scenario of a bench file's: the only one, or a mix.</summary>
internal static class BenchScenarios
{
    /// <param name="name">What a mix is called.</param>
    /// <param name="list">The scenarios.</param>
    /// <param name="first">What each user does before its first iteration; null for nothing.</param>
    /// <exception cref="BenchException">A scenario can't be read, or can't be mixed with the others.</exception>
    public static Scenario Read(string name, BenchNode list, BenchNode? first)
    {
        var before = new BenchSteps([]);
        var prelude = first is null
            ? null
            : before.Read(first.Items("a list of steps").Count == 1 ? null : "first", first);
        var branches = list.Items("a list of scenarios")
            .Select(node => Branch(node, before.Captured))
            .ToArray();
        return list.Guard(() =>
        {
            var whole = branches is [var (_, only)] ? only : Scenario.Mix(name, branches);
            return prelude is null ? whole : whole.First(prelude);
        });
    }

    private static (double, Scenario) Branch(BenchNode node, IReadOnlyCollection<string> captured)
    {
        var map = ScenarioKeys.Shape.Read(node);
        map.RequireOne(ScenarioKeys.Use, ScenarioKeys.Steps);
        var scenario = map.Get(ScenarioKeys.Use) is { } builtIn
            ? BuiltIn(map, builtIn)
            : Declared(map, captured);
        if (map.Get(ScenarioKeys.ThinkTime) is { } pause)
        {
            scenario = scenario.ThinkTime(pause);
        }
        return (map.Get(ScenarioKeys.Weight, 1), scenario);
    }

    private static Scenario BuiltIn(BenchMap map, BuiltInScenario builtIn)
    {
        foreach (var key in BuiltInKeys.All.Except(builtIn.Takes).Where(map.Has))
        {
            throw map.At(key)
                .Failed(
                    $"{map.At(key).Path} is given with use: {builtIn.Name}, which has no use for it; "
                        + $"allowed: {string.Join(", ", builtIn.Takes.Select(one => one.Name))}."
                );
        }
        var scenario = builtIn.Make(map);
        return map.Get(ScenarioKeys.Name) is { } name ? scenario.Named(name) : scenario;
    }

    private static Scenario Declared(BenchMap map, IReadOnlyCollection<string> captured)
    {
        map.Refuse(ScenarioKeys.Steps, BuiltInKeys.All);
        return new BenchSteps(captured).Read(
            map.Get(ScenarioKeys.Name),
            map.At(ScenarioKeys.Steps)
        );
    }
}
