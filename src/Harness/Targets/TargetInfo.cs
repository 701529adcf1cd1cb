namespace GatewayBench;

/// <summary>What a result says about its target.</summary>
/// <param name="Name">The gateway's assembly name, or the URL of a remote target.</param>
/// <param name="Transport">
/// How bytes reach it, with everything that figures depend on: <c>loopback</c>, <c>inmemory</c>,
/// <c>testserver</c> or <c>remote</c>, then <c>HTTPS</c>, <c>HTTP/2</c> and <c>fresh connections</c>
/// as far as they apply, as in <c>loopback, HTTPS, HTTP/2</c>.
/// </param>
/// <param name="Commit">The source revision its assembly was built from, or null when unknown.</param>
/// <param name="Notes">Ways in which it differs from the shipped gateway, such as the GC mode.</param>
public sealed record TargetInfo(
    string Name,
    string Transport,
    string? Commit,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Where it runs: <c>inprocess</c>, <c>child</c>, a process of its own, or <c>remote</c>, at a URL.</summary>
    public string Hosting { get; init; } = "inprocess";

    /// <summary>
    /// What <see cref="GatewayHost{TEntryPoint}.UseSetting"/> set, <c>key=value</c> each, by key;
    /// secrets redacted, and without the addresses of fake providers.
    /// </summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>
    /// Whether its assembly was built with optimisation, without which nothing that we host is
    /// measured; null for what runs elsewhere, and in results of older versions.
    /// </summary>
    public bool? Optimised { get; init; }

    /// <summary>
    /// The options of the fake providers that the gateway was pointed at, <c>key=value</c> for each
    /// that is not the default, as docs/provider.md names them; scripts and stubs by their number. With
    /// several providers each begins with the place of its own, as in <c>2: Latency=none</c>. Null
    /// where no provider is known: at a URL, and in results of older versions.
    /// </summary>
    public IReadOnlyList<string>? ProviderOptions { get; init; }

    /// <summary>
    /// The most that the heap of a gateway with a process of its own may take, in bytes; null for no
    /// limit, and in results of older versions.
    /// </summary>
    public long? HeapLimitBytes { get; init; }

    internal bool IsRemote => Hosting == "remote";

    /// <summary>
    /// How the gateway's calls reached the fake providers it was pointed at, as these saw it since
    /// the gateway started: <c>inmemory</c>, <c>loopback</c> or <c>inmemory and loopback</c>; null
    /// when none came.
    /// </summary>
    public string? ProviderTransport { get; init; }
}
