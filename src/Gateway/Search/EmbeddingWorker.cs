namespace Gateway;

/// <summary>
/// Gives documents their vectors, in the background and in batches. While the provider fails it tries
/// again, later each time.
/// </summary>
internal sealed partial class EmbeddingWorker(
    VectorStore store,
    Embedder embedder,
    SearchMetrics metrics,
    TimeProvider clock,
    ILogger<EmbeddingWorker> log
) : BackgroundService
{
    public const int BatchSize = 64;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _wanted = new(1, 1);

    /// <summary>Says that there are new documents.</summary>
    public void Wake()
    {
        if (_wanted.CurrentCount == 0)
        {
            try
            {
                _wanted.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else did at the same moment.
            }
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _wanted.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!embedder.Exists)
        {
            return;
        }
        // Not in the way of the start: reading many vectors takes a while.
        await Task.Yield();
        store.LoadVectors(embedder.Model);
        while (true)
        {
            await _wanted.WaitAsync(stoppingToken);
            if (!await EmbedAllAsync(stoppingToken))
            {
                return;
            }
        }
    }

    /// <returns>False if there is no room for more.</returns>
    private async Task<bool> EmbedAllAsync(CancellationToken cancellationToken)
    {
        var after = 0L;
        while (store.Pending(after, BatchSize) is { Count: > 0 } batch)
        {
            var embedded = await EmbedAsync(batch, cancellationToken);
            for (var i = 0; i < batch.Count; i++)
            {
                if (!store.Keep(batch[i], embedded[i].Span, embedder.Model))
                {
                    LogNoRoom(batch[i].Number);
                    return false;
                }
            }
            after = batch[^1].Number;
        }
        return true;
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<PendingDocument> batch,
        CancellationToken cancellationToken
    )
    {
        var texts = batch.Select(document => $"{document.Title}\n{document.Text}").ToList();
        var wait = TimeSpan.FromSeconds(1);
        while (true)
        {
            try
            {
                return await embedder.EmbedAsync(texts, cancellationToken);
            }
            // Whatever is wrong at the provider may be right again later.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                metrics.EmbeddingFailed("document", e);
                LogFailure(wait.TotalSeconds, e.GetType().Name);
            }
            await Task.Delay(wait, clock, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Embedding documents failed, trying again in {Seconds} s: {Reason}"
    )]
    private partial void LogFailure(double seconds, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "There is no room for vectors from document {Number} on, or they are of another length: "
            + "words alone find those"
    )]
    private partial void LogNoRoom(long number);
}
