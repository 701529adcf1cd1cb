namespace GatewayBench.FakeProviderTests;

public sealed class StubOptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stubs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_is_read_with_those_below_it_and_the_last_path_wins()
    {
        Write("a.json", """{"mappings":[{"request":{"url":"/a"},"response":{"body":"a"}}]}""");
        Write("b.json", """{"request":{"urlPattern":"/.*"},"response":{"body":"b"}}""");
        Write("c/c.json", """{"request":{"url":"/c"},"persistent":true,"response":{"body":"c"}}""");
        Write("notes.txt", "no mapping");
        await using var client = await ProviderClient.StartAsync(o => o.Stubs.AddFolder(_folder));

        Assert.Equal("b", await GetAsync(client, "a"));
        Assert.Equal("c", await GetAsync(client, "c"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_is_named_with_the_place_in_it()
    {
        Write("bad.json", """{"mappings":[{},{"response":{"bodyFileName":"x"}}]}""");

        var error = await RefusedAsync(o => o.Stubs.AddFolder(_folder));

        Assert.Contains(
            "bad.json: /mappings/1/response/bodyFileName is not supported",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_folder_without_mappings_is_refused()
    {
        Assert.Contains(
            _folder,
            await RefusedAsync(o => o.Stubs.AddFolder(_folder)),
            StringComparison.Ordinal
        );
        var missing = Path.Combine(_folder, "missing");
        Assert.Equal(
            $"Stubs.AddFolder is '{missing}'; allowed: a folder that exists.",
            await RefusedAsync(o => o.Stubs.AddFolder(missing))
        );
    }

    [Fact]
    public async Task Added_JSON_that_cannot_be_taken_is_refused()
    {
        Assert.StartsWith(
            "Stubs: added JSON: /nope is not supported",
            await RefusedAsync(o => o.Stubs.AddJson("""{"nope":1}""")),
            StringComparison.Ordinal
        );
        const string Stub = """{"id":"7c2a86a5-1111-2222-3333-444444444444"}""";
        Assert.EndsWith(
            "is there twice.",
            await RefusedAsync(o => o.Stubs.AddJson(Stub).AddJson(Stub)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    public async Task A_journal_of_another_size_is_refused(int size) =>
        Assert.Equal(
            $"Stubs.JournalSize is {size}; allowed: 0 to 100000.",
            await RefusedAsync(o => o.Stubs.JournalSize = size)
        );

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static Task<string> GetAsync(ProviderClient client, string path) =>
        client.Http.GetStringAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

    private static async Task<string> RefusedAsync(Action<FakeProviderOptions> configure) =>
        (
            await Assert.ThrowsAsync<ArgumentException>(() =>
                FakeProvider.StartAsync(configure, TestContext.Current.CancellationToken)
            )
        ).Message;
}
