namespace GatewayBench;

/// <summary>
/// What the kernel tells of this process (its descriptors) and of the network that it sees: sockets
/// and bytes, of all processes that share it. Where the kernel doesn't tell there are no such series.
/// </summary>
/// <param name="read">Reads a file of the kernel; null where there is none.</param>
/// <param name="countDescriptors">Null where that can't be told.</param>
internal sealed class ProcessSeries(Func<string, string?> read, Func<int?> countDescriptors)
    : ISeriesSource
{
    private const string Sockets = "/proc/self/net/sockstat";
    private const string SocketsOfVersion6 = "/proc/self/net/sockstat6";
    private const string Interfaces = "/proc/self/net/dev";

    private static readonly SeriesName Descriptors = Value("process.open_descriptors", "");
    private static readonly SeriesName InUse = Value("net.tcp.in_use", "{socket}");
    private static readonly SeriesName Orphan = Value("net.tcp.orphan", "{socket}");
    private static readonly SeriesName TimeWait = Value("net.tcp.time_wait", "{socket}");
    private static readonly SeriesName Received = Value("net.received", "By").PerSecond("rate");
    private static readonly SeriesName Sent = Value("net.sent", "By").PerSecond("rate");

    private NetworkBytes? _last;

    public ProcessSeries()
        : this(KernelFile.Read, OpenDescriptors.Count) { }

    public void Begin() => _last = NetworkBytes.Parse(read(Interfaces));

    public void Read(double seconds, SeriesLog log)
    {
        log.Add(Descriptors, countDescriptors() ?? double.NaN);
        if (SocketCounts.Parse(read(Sockets)) is { } sockets)
        {
            log.Add(InUse, sockets.InUse + SocketCounts.InUseOfVersion6(read(SocketsOfVersion6)));
            log.Add(Orphan, sockets.Orphan);
            log.Add(TimeWait, sockets.TimeWait);
        }
        var bytes = NetworkBytes.Parse(read(Interfaces));
        if (bytes is { } now && _last is { } last)
        {
            log.Add(Received, (now.Received - last.Received) / seconds);
            log.Add(Sent, (now.Sent - last.Sent) / seconds);
        }
        _last = bytes;
    }

    private static SeriesName Value(string name, string unit) =>
        new(SeriesSource.Process, name, unit);
}
