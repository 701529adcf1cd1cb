namespace Gateway;

/// <summary>
/// Gives documents their vectors, in the background and in batches. Whatever fails, at the provider or
/// in the file, it tries again, later each time. A document whose vector can't be compared with the
/// others is left to its words until it changes.
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

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _wanted = new(1, 1);
    private readonly HashSet<(long Number, long Version)> _refused = [];
    private TimeSpan _wait = ShortestWait;
    private bool _wasFull;

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
        await UntilDoneAsync(LoadAsync, stoppingToken);
        while (true)
        {
            await _wanted.WaitAsync(stoppingToken);
            await UntilDoneAsync(EmbedAllAsync, stoppingToken);
        }
    }

    private async Task UntilDoneAsync(
        Func<CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            try
            {
                await work(cancellationToken);
                return;
            }
            // Whatever is wrong may be right again later, and without this nobody else would see to it.
            catch (Exception e)
                when (e is not OperationCanceledException
                    || !cancellationToken.IsCancellationRequested
                )
            {
                metrics.EmbeddingFailed("document", e);
                LogFailure(_wait.TotalSeconds, e.GetType().Name);
            }
            await PauseAsync(cancellationToken);
        }
    }

    private Task LoadAsync(CancellationToken cancellationToken)
    {
        store.LoadVectors(embedder.Model);
        return Task.CompletedTask;
    }

    private async Task EmbedAllAsync(CancellationToken cancellationToken)
    {
        var after = 0L;
        while (store.HasRoom && store.Pending(after, BatchSize) is { Count: > 0 } pending)
        {
            after = pending[^1].Number;
            var batch = pending.Where(IsWanted).ToList();
            if (batch.Count > 0)
            {
                await EmbedAsync(batch, cancellationToken);
            }
        }
        if (!store.HasRoom && !_wasFull)
        {
            LogNoRoom(after);
        }
        _wasFull = !store.HasRoom;
    }

    private async Task EmbedAsync(
        IReadOnlyList<PendingDocument> batch,
        CancellationToken cancellationToken
    )
    {
        var embedded = await embedder.EmbedAsync(
            [.. batch.Select(document => $"{document.Title}\n{document.Text}")],
            cancellationToken
        );
        var refused = store.Keep(batch, embedded, embedder.Model);
        if (refused.Count == 0)
        {
            _wait = ShortestWait;
            return;
        }
        // Asked for again, they would be paid for again.
        _refused.UnionWith(refused.Select(document => (document.Number, document.Version)));
        metrics.VectorsRefused();
        LogRefused(refused.Count, refused[0].Number, _wait.TotalSeconds);
        await PauseAsync(cancellationToken);
    }

    private bool IsWanted(PendingDocument document) =>
        !_refused.Contains((document.Number, document.Version));

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_wait, clock, cancellationToken);
        _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Embedding documents failed, trying again in {Seconds} s: {Reason}"
    )]
    private partial void LogFailure(double seconds, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "{Count} documents, the first of them {Number}, got vectors that can't be compared with the "
            + "others: words alone find them. Going on in {Seconds} s"
    )]
    private partial void LogRefused(int count, long number, double seconds);

    [LoggerMessage(
        LogLevel.Warning,
        "There is no room for more vectors, after document {Number} at the latest: words alone find "
            + "those without"
    )]
    private partial void LogNoRoom(long number);
}
