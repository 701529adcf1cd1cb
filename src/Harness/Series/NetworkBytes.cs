namespace GatewayBench;

/// <summary>Bytes over all network interfaces, loopback included: <c>/proc/net/dev</c>, proc_net(5).</summary>
/// <param name="Received">Since they were up.</param>
/// <param name="Sent">Likewise.</param>
internal readonly record struct NetworkBytes(long Received, long Sent)
{
    /// <summary>Fields of a line behind the interface's name.</summary>
    private const int ReceivedField = 0;

    private const int SentField = 8;

    /// <returns>Null if this is not what the kernel writes.</returns>
    public static NetworkBytes? Parse(string? text)
    {
        NetworkBytes? sum = null;
        foreach (var line in (text ?? "").Split('\n'))
        {
            if (
                line.Split(':', 2) is [_, var counts]
                && counts.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var fields
                && fields.Length > SentField
                && KernelText.TryParse(fields[ReceivedField], out var received)
                && KernelText.TryParse(fields[SentField], out var sent)
            )
            {
                var before = sum.GetValueOrDefault();
                sum = new NetworkBytes(before.Received + received, before.Sent + sent);
            }
        }
        return sum;
    }
}
