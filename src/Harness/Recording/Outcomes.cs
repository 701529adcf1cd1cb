using System.Reflection;
using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>The classes as a list, and their names in reports, which are those of the JSON.</summary>
internal static class Outcomes
{
    public static readonly Outcome[] All = Enum.GetValues<Outcome>();

    private static readonly string[] Labels =
    [
        .. All.Select(outcome =>
            typeof(Outcome)
                .GetField(outcome.ToString())!
                .GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!
                .Name
        ),
    ];

    public static string Label(this Outcome outcome) => Labels[(int)outcome];
}
