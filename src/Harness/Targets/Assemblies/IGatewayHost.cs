namespace GatewayBench;

/// <summary>A hosted gateway whose type nobody knows before the program runs.</summary>
internal interface IGatewayHost : ITarget, IAsyncDisposable
{
    /// <summary>Valid until it is started.</summary>
    GatewayHostSetup Setup { get; }
}
