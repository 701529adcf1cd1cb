namespace GatewayBench.GatewayCost;

/// <summary>What this process holds.</summary>
/// <param name="Heap">Bytes, without garbage.</param>
/// <param name="Descriptors">Open ones; null where the system does not tell.</param>
internal sealed record Holding(long Heap, int? Descriptors)
{
    private const string Folder = "/proc/self/fd";

    public static async Task<Holding> ReadAsync() =>
        new(
            await LiveHeap.ReadAsync(),
            Directory.Exists(Folder) ? Directory.EnumerateFileSystemEntries(Folder).Count() : null
        );
}
