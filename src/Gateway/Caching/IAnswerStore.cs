namespace Gateway;

/// <summary>
/// Keeps written answers by key, each for a while. A store that cannot do its work has nothing, and
/// keeps nothing: it never fails whoever asks.
/// </summary>
internal interface IAnswerStore
{
    /// <returns>Null if there is none (any more).</returns>
    ValueTask<ReadOnlyMemory<byte>?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer in the place of an older one.</summary>
    ValueTask KeepAsync(string key, ReadOnlyMemory<byte> answer);
}
