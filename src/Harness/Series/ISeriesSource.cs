namespace GatewayBench;

/// <summary>Something that is read beside the load, whenever a slice ends.</summary>
internal interface ISeriesSource
{
    /// <summary>From now on: what happened before is in no slice.</summary>
    void Begin();

    /// <summary>Adds what the slice that ends now was like.</summary>
    /// <param name="seconds">The slice's length.</param>
    /// <param name="log">Takes it.</param>
    void Read(double seconds, SeriesLog log);
}
