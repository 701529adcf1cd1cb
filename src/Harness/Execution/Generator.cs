namespace GatewayBench;

/// <summary>Makes the hits of one row, as its load says: first those of the warm-up, then the measured ones.</summary>
internal abstract class Generator : IDisposable
{
    /// <summary>Exchanges under way.</summary>
    public abstract int InFlight { get; }

    /// <summary>Users that have started so far; null for loads that start hits and not users.</summary>
    public virtual int? StartedUsers => null;

    /// <summary>How many users a stretch of the warm-up has to have seen: those that answer together.</summary>
    public abstract int Users { get; }

    /// <summary>How long it takes from the start until the whole load is there.</summary>
    public virtual TimeSpan StartingTime => TimeSpan.Zero;

    /// <summary>How long before the measured time begins it has to be told.</summary>
    public virtual TimeSpan Notice => TimeSpan.Zero;

    /// <summary>Begins with the hits of the warm-up, or with the measured ones if they are planned already.</summary>
    public abstract void Start();

    /// <summary>Plans the measured hits; those of the warm-up end where these begin.</summary>
    public abstract void Measure(long from);

    /// <summary>Waits until nothing is in flight any more, and nothing can come.</summary>
    public abstract Task DrainAsync();

    /// <summary>What only this kind of load can tell of the row.</summary>
    public abstract GeneratorFigures Figures { get; }

    public abstract void Dispose();

    public static Generator Of(Load load, RowRun run, RunOptions options) =>
        load switch
        {
            OpenLoad open => new OpenGenerator(open, run, options),
            ClosedLoad closed => new ClosedGenerator(closed, run),
            _ => throw new NotSupportedException($"No generator for {load.GetType().Name}."),
        };
}
