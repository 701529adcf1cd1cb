namespace GatewayBench;

/// <summary>The stubs of one moment; a change makes a new set.</summary>
/// <param name="oldestFirst">In the order in which they were added.</param>
internal sealed class StubSet(IReadOnlyList<Stub> oldestFirst)
{
    public static StubSet Empty { get; } = new([]);

    public IReadOnlyList<Stub> OldestFirst { get; } = oldestFirst;

    public Stub[] NewestFirst { get; } = [.. oldestFirst.Reverse()];

    /// <summary>By priority; among equals the newest goes first.</summary>
    public Stub[] InOrder { get; } = [.. oldestFirst.Reverse().OrderBy(stub => stub.Priority)];

    public bool HasScenarios { get; } = oldestFirst.Any(stub => stub.Scenario is not null);

    public bool ReadsBodies { get; } = oldestFirst.Any(stub => stub.Request.Body.Count > 0);

    public Stub? Find(Guid id) => OldestFirst.FirstOrDefault(stub => stub.Id == id);
}
