using System.CommandLine;
using System.CommandLine.Parsing;

namespace GatewayBench.Cli;

/// <summary>The settings that a sweep varies, each with the values that it tries.</summary>
internal static class VaryOption
{
    private const string Name = "--vary";

    public static Option<SweepAxis[]> Create() =>
        new(Name)
        {
            HelpName = "key=value,value",
            Description =
                "A configuration value of the gateway and what it is tried with, such as "
                + "Resilience:BreakSeconds=1,5,20; can be given again: then each value of one is tried with "
                + "each of the others.",
            CustomParser = result =>
            {
                var axes = new List<SweepAxis>();
                foreach (var token in result.Tokens)
                {
                    if (Read(token.Value, out var error) is { } axis)
                    {
                        axes.Add(axis);
                    }
                    else
                    {
                        result.AddError(error);
                    }
                }
                Require(axes, result);
                return [.. axes];
            },
        };

    private static SweepAxis? Read(string text, out string error)
    {
        error = "";
        if (text.Split('=', 2) is not [{ Length: > 0 } key, var list])
        {
            error =
                $"{Name} is '{text}'; allowed: KEY=VALUE,VALUE, with colons in the key of a nested one.";
            return null;
        }
        if (SecretKey.Is(key))
        {
            error =
                $"{Name} is of '{key}', a secret, whose values no report may tell apart; allowed: other keys.";
            return null;
        }
        string[] values = list.Split(',', StringSplitOptions.TrimEntries);
        if (values.Length < 2 || values.Contains("") || values.Distinct().Count() < values.Length)
        {
            error =
                $"{Name} {key} has the values '{list}'; allowed: two or more, all different, with commas between.";
            return null;
        }
        return new SweepAxis(key, values);
    }

    private static void Require(List<SweepAxis> axes, ArgumentResult result)
    {
        var twice = axes.GroupBy(axis => axis.Key, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            result.AddError($"{Name} has {twice.Key} twice; allowed: each key once.");
        }
        var points = axes.Aggregate(1L, (product, axis) => product * axis.Values.Count);
        if (points > SweepGrid.MostPoints)
        {
            result.AddError(
                $"{Name} comes to {points} combinations; allowed: up to {SweepGrid.MostPoints}."
            );
        }
    }
}
