using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A stream that has brought its first update, so that nothing can begin again any more.</summary>
internal sealed class OpenedStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _life;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;

    private OpenedStream(CancellationTokenSource life, IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        _life = life;
        _updates = updates;
    }

    /// <summary>False only where a client ends a stream without a word.</summary>
    public bool HasFirst { get; private set; }

    public ChatResponseUpdate Current => _updates.Current;

    /// <param name="ask">Starts the stream; its token lives as long as the stream.</param>
    /// <param name="opening">Ends the wait for the first update, and means nothing after it.</param>
    /// <param name="caller">Ends the stream at any time.</param>
    public static async Task<OpenedStream> OpenAsync(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask,
        CancellationToken opening,
        CancellationToken caller
    )
    {
        var life = CancellationTokenSource.CreateLinkedTokenSource(caller);
        var stream = new OpenedStream(life, ask(life.Token).GetAsyncEnumerator(life.Token));
        try
        {
            await using (
                opening.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), life)
            )
            {
                stream.HasFirst = await stream.MoveNextAsync();
            }
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public ValueTask<bool> MoveNextAsync() => _updates.MoveNextAsync();

    public async ValueTask DisposeAsync()
    {
        await _updates.DisposeAsync();
        _life.Dispose();
    }
}
