namespace GatewayBench;

/// <summary>What <c>/proc/cpuinfo</c> tells of the first processor; null what it doesn't.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Stepping">Its revision.</param>
/// <param name="ThreadsPerCore">2 where cores run two threads each (SMT).</param>
/// <param name="IsVirtual">Whether a hypervisor is under it.</param>
internal sealed record ProcessorInfo(
    string? Model,
    string? Stepping,
    int? ThreadsPerCore,
    bool? IsVirtual
)
{
    public static ProcessorInfo Parse(string? text)
    {
        var fields = new Dictionary<string, string>();
        foreach (var line in (text ?? "").Split('\n'))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                fields.TryAdd(name.Trim(), value.Trim());
            }
        }
        return new ProcessorInfo(
            fields.GetValueOrDefault("model name"),
            fields.GetValueOrDefault("stepping"),
            Number("siblings") / Number("cpu cores"),
            fields.GetValueOrDefault("flags")?.Split(' ').Contains("hypervisor")
        );

        int? Number(string name) =>
            KernelText.TryParse(fields.GetValueOrDefault(name), out var number) && number > 0
                ? (int)number
                : null;
    }
}
