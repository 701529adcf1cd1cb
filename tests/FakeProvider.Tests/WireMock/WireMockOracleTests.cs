namespace GatewayBench.FakeProviderTests;

/// <summary>The same mapping files and requests through the real WireMock and through ours.</summary>
public sealed class WireMockOracleTests(WireMockJar wireMock) : IClassFixture<WireMockJar>
{
    public static TheoryData<string> Names => [.. StubCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WireMock_answers_the_same(string name)
    {
        var stubCase = StubCases.All.Single(c => c.Name == name);
        Directory.CreateDirectory(wireMock.MappingsFolder);
        await File.WriteAllTextAsync(
            Path.Combine(wireMock.MappingsFolder, "case.json"),
            $$"""{"mappings": {{stubCase.Mappings}}}""",
            TestContext.Current.CancellationToken
        );
        var theirs = await wireMock.LoadAsync();
        await using var provider = await FakeProvider.StartAsync(
            o => o.Stubs.AddFolder(wireMock.MappingsFolder),
            TestContext.Current.CancellationToken
        );
        using var ours = StubAnswer.Client(provider.BaseAddress);

        foreach (var request in stubCase.Requests)
        {
            var expected = await StubAnswer.AskAsync(theirs, request, stubCase);
            var actual = await StubAnswer.AskAsync(ours, request, stubCase);
            Assert.Equal($"{request}\n=> {expected}", $"{request}\n=> {actual}");
        }
    }
}
