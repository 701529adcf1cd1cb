namespace GatewayBench;

/// <summary>TCP sockets by what they are at: the second line of <c>/proc/net/sockstat</c>, proc_net(5).</summary>
/// <param name="InUse">Open ones that are connected or listen.</param>
/// <param name="Orphan">Closed by their process, with something still to be sent.</param>
/// <param name="TimeWait">Closed, but their port is not free yet.</param>
internal readonly record struct SocketCounts(long InUse, long Orphan, long TimeWait)
{
    /// <returns>Null if this is not what the kernel writes.</returns>
    public static SocketCounts? Parse(string? text)
    {
        var line = text
            ?.Split('\n')
            .FirstOrDefault(line => line.StartsWith("TCP: ", StringComparison.Ordinal));
        var fields = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return
            After("inuse") is { } inUse
            && After("orphan") is { } orphan
            && After("tw") is { } timeWait
            ? new SocketCounts(inUse, orphan, timeWait)
            : null;

        long? After(string name) =>
            Array.IndexOf(fields, name) is >= 0 and var at
            && at + 1 < fields.Length
            && KernelText.TryParse(fields[at + 1], out var number)
                ? number
                : null;
    }
}
