using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// What must be the same for two absolute figures to be compared. What else is known of a machine
/// is noted, and told when it changes (see <c>docs/baselines.md</c> for what is which and why).
/// </summary>
/// <param name="Machine">Of the machine and its system, by name.</param>
/// <param name="Runtime">Of the runtime in the process that measured, by name.</param>
internal sealed partial record Fingerprint(
    IReadOnlyDictionary<string, string> Machine,
    IReadOnlyDictionary<string, string> Runtime
)
{
    public const string Unknown = "unknown";

    private const int IdLength = 8;
    private const string ProcessorName = "processor";
    private const string CoresName = "cores";
    private const string Memory = "memory";
    private const string System = "system";
    private const string Version = "runtime";
    private const string Collector = "garbage collector";

    /// <summary>The same for the same contents, and short enough to be quoted.</summary>
    [JsonIgnore]
    public string Id =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', All.Select(Line).Order(StringComparer.Ordinal))
                )
            )
        )[..IdLength];

    /// <summary>In a line.</summary>
    [JsonIgnore]
    public string Title =>
        $"{Processor}, {Cores} cores, {Of(Machine, Memory)}, {Of(Machine, System)}, "
        + $"{Of(Runtime, Version)}, {Of(Runtime, Collector)} GC";

    [JsonIgnore]
    public string Processor => Of(Machine, ProcessorName);

    [JsonIgnore]
    public string Cores => Of(Machine, CoresName);

    [JsonIgnore]
    private IEnumerable<KeyValuePair<string, string>> All => Machine.Concat(Runtime);

    public static Fingerprint Of(MachineInfo machine)
    {
        return new Fingerprint(
            new Dictionary<string, string>
            {
                [ProcessorName] = machine.Processor ?? Unknown,
                [CoresName] = machine.Cores.ToString(CultureInfo.InvariantCulture),
                [Memory] = MemoryClass(machine.MemoryGiB),
                ["architecture"] = machine.Architecture,
                [System] = ToFirstNumber(machine.OperatingSystem),
                [MachineFacts.ThreadsPerCore] = Fact(MachineFacts.ThreadsPerCore),
                [MachineFacts.VirtualMachine] = Fact(MachineFacts.VirtualMachine),
                [MachineFacts.CpuQuota] = Fact(MachineFacts.CpuQuota),
            },
            new Dictionary<string, string>
            {
                [Version] = ToFirstNumber(machine.Runtime),
                [Collector] = machine.GarbageCollector,
                [MachineFacts.RuntimeSettings] = Fact(MachineFacts.RuntimeSettings),
            }
        );

        string Fact(string name) => machine.Facts.GetValueOrDefault(name, Unknown);
    }

    /// <summary>Whether it is the same machine, with whatever runtime.</summary>
    public bool IsSameMachineAs(Fingerprint other) =>
        FactChange.Between(other.Machine, Machine).Count == 0;

    /// <summary>Whether figures of the two may be compared.</summary>
    public bool IsSameAs(Fingerprint other) => ChangesSince(other).Count == 0;

    /// <summary>What differs from an earlier one.</summary>
    public IReadOnlyList<FactChange> ChangesSince(Fingerprint earlier) =>
        FactChange.Between(earlier.All, All);

    /// <summary>
    /// By powers of two: what a system leaves for use varies by a little from start to start.
    /// </summary>
    private static string MemoryClass(double gibibytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"up to {Math.Pow(2, Math.Ceiling(Math.Log2(Math.Max(gibibytes, 0.25))))} GiB"
        );

    /// <summary>A name with its major version, such as <c>.NET 10</c>: what follows is patches.</summary>
    private static string ToFirstNumber(string text) =>
        Major().Match(text) is { Success: true } match ? match.Value : text;

    private static string Of(IReadOnlyDictionary<string, string> facts, string name) =>
        facts.GetValueOrDefault(name, Unknown);

    private static string Line(KeyValuePair<string, string> fact) => $"{fact.Key}={fact.Value}";

    [GeneratedRegex(@"^\D*\d+")]
    private static partial Regex Major();
}
