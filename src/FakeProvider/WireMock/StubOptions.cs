namespace GatewayBench;

/// <summary>
/// Scripted answers, written as WireMock's stub mappings, that win over the built-in endpoints. What a
/// mapping may hold is in docs/provider.md; anything else is refused by name when the provider starts.
/// </summary>
public sealed class StubOptions
{
    private readonly List<StubSource> _sources = [];

    /// <summary>
    /// How many of the latest requests are kept for <c>/__admin/requests</c>: 0, which keeps none, to
    /// 100,000; by default 1,000, and those with no more than 64 MiB together. Requests are kept from
    /// the first stub on.
    /// </summary>
    public int JournalSize { get; set; } = 1_000;

    /// <summary>
    /// Whether <c>/__admin</c> answers although other machines can reach it, that is with
    /// <see cref="FakeProviderOptions.AllowRemoteClients"/>; false by default: it asks nobody for a
    /// key, and who reaches it reads all journaled requests and scripts all answers.
    /// </summary>
    public bool AllowRemoteAdmin { get; set; }

    internal IReadOnlyList<StubSource> Sources => _sources;

    /// <summary>
    /// Adds the mappings of a folder and those below it: each <c>.json</c> file holds one, or
    /// <c>{"mappings": [...]}</c>. They are read when the provider starts, in the order of their
    /// paths; among equals the last one wins.
    /// </summary>
    /// <param name="path">The folder of the files, such as <c>mappings</c>; it has to exist.</param>
    public StubOptions AddFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _sources.Add(new StubSource(path, null));
        return this;
    }

    /// <summary>Adds one mapping, or <c>{"mappings": [...]}</c>.</summary>
    /// <param name="json">JSON text; read when the provider starts.</param>
    public StubOptions AddJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _sources.Add(new StubSource(null, json));
        return this;
    }

    internal void RemoveFolders() => _sources.RemoveAll(source => source.Folder is not null);
}
