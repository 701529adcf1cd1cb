namespace GatewayBench;

/// <summary>Exchanges and where their time went, in nanoseconds.</summary>
internal struct SplitSum
{
    public double Exchanges;
    public double Latency;

    /// <summary>From the intended start to the send.</summary>
    public double Wait;

    /// <summary>With the provider, of the exchanges of which it knows.</summary>
    public double Provider;

    /// <summary>From the send on, of the exchanges of which nobody tells.</summary>
    public double Untold;

    /// <summary>How many of them there are.</summary>
    public double UntoldExchanges;

    /// <summary>Adds as much of another as its share says.</summary>
    public void Add(in SplitSum other, double share = 1)
    {
        Exchanges += share * other.Exchanges;
        Latency += share * other.Latency;
        Wait += share * other.Wait;
        Provider += share * other.Provider;
        Untold += share * other.Untold;
        UntoldExchanges += share * other.UntoldExchanges;
    }
}
