namespace Gateway;

/// <summary>A kind of database: whence its connections come, and the little SQL that is its own.</summary>
internal abstract class DatabaseEngine : IDisposable
{
    public abstract ConnectionPool Readers { get; }

    /// <summary>May be the readers' own.</summary>
    public abstract ConnectionPool Writers { get; }

    /// <summary>
    /// A statement that makes other gateways wait until this transaction has ended; empty where every
    /// writing transaction does so anyway.
    /// </summary>
    public abstract string LockSchema { get; }

    public abstract void Dispose();
}
