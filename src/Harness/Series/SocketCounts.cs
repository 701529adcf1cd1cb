namespace GatewayBench;

/// <summary>TCP sockets by what they are at: the second line of <c>/proc/net/sockstat</c>, proc_net(5).</summary>
/// <param name="InUse">Open ones of IPv4 that are connected or listen.</param>
/// <param name="Orphan">Closed by their process, with something still to be sent.</param>
/// <param name="TimeWait">Closed, but their port is not free yet.</param>
internal readonly record struct SocketCounts(long InUse, long Orphan, long TimeWait)
{
    /// <returns>Null if this is not what the kernel writes.</returns>
    public static SocketCounts? Parse(string? text)
    {
        var fields = Fields(text, "TCP: ");
        return
            After(fields, "inuse") is { } inUse
            && After(fields, "orphan") is { } orphan
            && After(fields, "tw") is { } timeWait
            ? new SocketCounts(inUse, orphan, timeWait)
            : null;
    }

    /// <summary>Those of IPv6, which a listener of both has for all: <c>/proc/net/sockstat6</c>.</summary>
    /// <returns>0 where the kernel has none.</returns>
    public static long InUseOfVersion6(string? text) => After(Fields(text, "TCP6: "), "inuse") ?? 0;

    private static string[] Fields(string? text, string start) =>
        text?.Split('\n')
            .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        ?? [];

    private static long? After(string[] fields, string name) =>
        Array.IndexOf(fields, name) is >= 0 and var at
        && at + 1 < fields.Length
        && KernelText.TryParse(fields[at + 1], out var number)
            ? number
            : null;
}
