namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>
/// The sample gateway in this process, next to a provider without latency. Callers are neither asked
/// who they are nor limited, but where that is what a case is about.
/// </summary>
internal sealed class SampleGateway : IAsyncDisposable
{
    /// <summary>Of the documents.</summary>
    public const ulong Seed = 1;

    private readonly FakeProvider _provider;
    private readonly GatewayHost<Program> _gateway;
    private readonly DirectoryInfo _corpora = Directory.CreateTempSubdirectory("corpora-");

    private SampleGateway(FakeProvider provider, MeasuredCase measured)
    {
        _provider = provider;
        _gateway = new GatewayHost<Program>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false");
        if (measured.Documents > 0)
        {
            var corpus = Path.Combine(_corpora.FullName, "documents.jsonl");
            Corpus.Write(corpus, measured.Documents, Seed);
            _gateway.UseSetting("Search:Corpus", corpus).UseSetting("Search:Embeddings", "false");
        }
        foreach (var (key, value) in measured.Settings)
        {
            _gateway.UseSetting(key, value);
        }
    }

    public ITarget Target => _gateway;

    public static async Task<SampleGateway> StartAsync(MeasuredCase measured)
    {
        var provider = await FakeProvider.StartAsync(o => o.Latency = Delay.None);
        var sample = new SampleGateway(provider, measured);
        await sample._gateway.StartAsync(CancellationToken.None);
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _provider.DisposeAsync();
        _corpora.Delete(recursive: true);
    }
}
