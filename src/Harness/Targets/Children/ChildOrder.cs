using System.Text.Json;

namespace GatewayBench;

/// <summary>What a child is told: one line on its standard input, which unlike arguments and variables nobody else can read.</summary>
/// <param name="Token">Starts each of the child's lines, to tell them from what a gateway prints.</param>
/// <param name="Assembly">The gateway's assembly.</param>
/// <param name="EntryPoint">The full name of the type that stands for it.</param>
/// <param name="ContentRoot">The folder with its settings files.</param>
/// <param name="Port">The loopback port, or 0.</param>
/// <param name="Settings">Configuration values; they may be secrets.</param>
/// <param name="AllowedHosts">What it may call besides loopback.</param>
/// <param name="Libraries">The program whose libraries the harness has; null if the child was started with these.</param>
/// <param name="Meters">Names of its own meters that are watched.</param>
/// <param name="PassesTracesOn">Whether its parent has a fake provider that wants to know whose calls these are.</param>
internal sealed record ChildOrder(
    string Token,
    string Assembly,
    string EntryPoint,
    string ContentRoot,
    int Port,
    IReadOnlyDictionary<string, string?> Settings,
    IReadOnlyList<string> AllowedHosts,
    string? Libraries,
    IReadOnlyList<string> Meters,
    bool PassesTracesOn
)
{
    public static ChildOrder Of(Type entryPoint, GatewayHostSetup setup) =>
        new(
            Guid.NewGuid().ToString("N"),
            entryPoint.Assembly.GetName().Name!,
            entryPoint.FullName!,
            Path.GetFullPath(setup.ContentRoot ?? GatewayBench.ContentRoot.Of(entryPoint.Assembly)),
            setup.Port,
            setup.Settings,
            setup.AllowedHosts,
            setup.HasOwnLibraries ? ChildLaunch.Program() : null,
            setup.Meters,
            setup.PassesTracesOn
        );

    public GatewayHostSetup ToSetup()
    {
        var setup = new GatewayHostSetup
        {
            ContentRoot = ContentRoot,
            Port = Port,
            PassesTracesOn = PassesTracesOn,
        };
        setup.AllowedHosts.AddRange(AllowedHosts);
        setup.Meters.AddRange(Meters);
        foreach (var (key, value) in Settings)
        {
            setup.Settings[key] = value;
        }
        return setup;
    }

    public string ToLine() => JsonSerializer.Serialize(this, ChildJson.Default.ChildOrder);

    public static ChildOrder Parse(string line) =>
        JsonSerializer.Deserialize(line, ChildJson.Default.ChildOrder)!;
}
