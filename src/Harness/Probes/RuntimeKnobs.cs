using System.Collections;

namespace GatewayBench;

/// <summary>
/// What was set about the runtime that figures depend on: by variables of the environment, or by the
/// program's <c>runtimeconfig.json</c>. The collector's mode is not among them: it is read from the
/// collector itself.
/// </summary>
internal static class RuntimeKnobs
{
    /// <summary>For a text of none.</summary>
    public const string None = "none";

    private static readonly string[] Prefixes = ["DOTNET_", "COMPlus_"];

    /// <summary>
    /// How the names begin of variables that change speed. Others are left alone: they say where
    /// things are, and may hold secrets.
    /// </summary>
    private static readonly string[] Knobs =
    [
        "Tiered",
        "TC_",
        "OSR_",
        "ReadyToRun",
        "GC",
        "Jit",
        "JIT",
        "Enable",
        "ThreadPool",
        "Thread_",
        "PROCESSOR_COUNT",
        "SYSTEM_NET_SOCKETS_",
    ];

    /// <summary>The profiling interfaces of the runtime: what they load sits in every call.</summary>
    private static readonly string[] Profilers =
    [
        "CORECLR_ENABLE_PROFILING",
        "COR_ENABLE_PROFILING",
    ];

    private static readonly string[] Configured =
    [
        "System.GC.Concurrent",
        "System.GC.ConserveMemory",
        "System.GC.DynamicAdaptationMode",
        "System.GC.HeapCount",
        "System.GC.HeapHardLimit",
        "System.GC.NoAffinitize",
        "System.GC.RetainVM",
        "System.Runtime.TieredCompilation",
        "System.Runtime.TieredCompilation.QuickJit",
        "System.Runtime.TieredCompilation.QuickJitForLoops",
        "System.Runtime.TieredPGO",
        "System.Threading.ThreadPool.MaxThreads",
        "System.Threading.ThreadPool.MinThreads",
    ];

    /// <summary>Those of this process, <c>name=value</c> each, in order.</summary>
    public static IReadOnlyList<string> Read() =>
        [
            .. OfEnvironment(
                Environment
                    .GetEnvironmentVariables()
                    .Cast<DictionaryEntry>()
                    .Select(entry =>
                        KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? "")
                    )
            ),
            .. Configured
                .Select(name => (name, value: AppContext.GetData(name)?.ToString()))
                .Where(knob => knob.value is not null)
                .Select(knob => $"{knob.name}={knob.value}"),
        ];

    /// <summary>Those of an environment.</summary>
    public static IEnumerable<string> OfEnvironment(
        IEnumerable<KeyValuePair<string, string>> variables
    ) =>
        variables
            .Where(variable => variable.Value.Length > 0 && IsKnob(variable.Key))
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Order(StringComparer.Ordinal);

    /// <summary>Whether it is one of a profiler's.</summary>
    public static bool IsProfiler(string name) =>
        Profilers.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsKnob(string name)
    {
        var prefix = Prefixes.FirstOrDefault(prefix =>
            name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        );
        return IsProfiler(name)
            || prefix is not null
                && Knobs.Any(knob =>
                    name.AsSpan(prefix.Length).StartsWith(knob, StringComparison.OrdinalIgnoreCase)
                );
    }
}
