using System.Text;

namespace GatewayBench.Tests.Streams;

/// <summary>Reads whole texts of events.</summary>
internal static class Events
{
    /// <summary>What a format makes of them, one after another.</summary>
    public static (List<StreamSignals> Signals, StreamedReply Reply, string Text) Read(
        StreamFormat format,
        string events
    )
    {
        var text = new BodyBuffer();
        var reply = new StreamedReply(text);
        var signals = new List<StreamSignals>();
        foreach (var (name, data) in Parse(events))
        {
            signals.Add(
                format.Read(
                    new ServerEvent(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(data)),
                    reply
                )
            );
        }
        return (signals, reply, Encoding.UTF8.GetString(text.WrittenSpan));
    }

    public static List<(string Name, string Data)> Parse(string events, int[]? pieces = null) =>
        ParseAsync(Encoding.UTF8.GetBytes(events), pieces ?? []).GetAwaiter().GetResult();

    /// <param name="events">The stream.</param>
    /// <param name="pieces">How many bytes arrive with each read, over and over; empty for all at once.</param>
    public static async Task<List<(string Name, string Data)>> ParseAsync(
        byte[] events,
        int[] pieces
    )
    {
        var reader = new EventReader();
        var found = new List<(string, string)>();
        using var stream = new PieceStream(events, pieces);
        reader.Begin();
        while (await reader.ReadAsync(stream, CancellationToken.None))
        {
            while (reader.TryNext(out var next))
            {
                found.Add((Encoding.UTF8.GetString(next.Name), Encoding.UTF8.GetString(next.Data)));
            }
        }
        Assert.Equal(events.Length, reader.BytesRead);
        return found;
    }

    private sealed class PieceStream(byte[] bytes, int[] pieces) : MemoryStream(bytes)
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) =>
            base.ReadAsync(
                pieces.Length == 0
                    ? buffer
                    : buffer[..Math.Min(buffer.Length, pieces[_reads++ % pieces.Length])],
                cancellationToken
            );
    }
}
