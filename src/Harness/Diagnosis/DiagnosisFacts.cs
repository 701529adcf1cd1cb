namespace GatewayBench;

/// <summary>What the rules have to know of the machine.</summary>
/// <param name="Cores">Processors that the process may use.</param>
/// <param name="Descriptors">Files and sockets that the gateway's process may have open; null where that is not known.</param>
/// <param name="IsHostedHere">
/// Whether the gateway is in this process, which otherwise says nothing of it.
/// </param>
internal sealed record DiagnosisFacts(int Cores, long? Descriptors, bool IsHostedHere)
{
    /// <summary>What the managed heap of the gateway's process may take, in bytes; null where that is not known.</summary>
    public long? HeapBytes { get; init; }

    /// <summary>The limit that the gateway's heap was given, in bytes; null for none of its own.</summary>
    public long? HeapLimit { get; init; }

    public static DiagnosisFacts Of(TargetInfo target)
    {
        // What this machine allows says nothing of another one.
        var isElsewhere = target.Hosting == "remote";
        return new(
            Environment.ProcessorCount,
            isElsewhere ? null : DescriptorLimit.Read()?.Most,
            target.Hosting == "inprocess"
        )
        {
            HeapLimit = target.HeapLimitBytes,
            HeapBytes =
                target.HeapLimitBytes
                ?? (isElsewhere ? null : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        };
    }
}
