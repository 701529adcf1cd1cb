using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class SettingPathsTests
{
    [Fact]
    public async Task Relative_paths_are_relative_to_the_content_root()
    {
        var folder = Directory.CreateTempSubdirectory("root-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "corpus.jsonl"),
                """{"id":"a","title":"Whales","text":"Big."}""",
                TestContext.Current.CancellationToken
            );
            await using var plain = new TestGateway(
                "http://127.0.0.1:1/v1",
                Access.On(
                    ("Search:Corpus", "corpus.jsonl"),
                    ("Search:Database", "documents.db"),
                    ("Auth:KeysPath", "keys")
                )
            );
            await using var gateway = plain.WithWebHostBuilder(host =>
                host.UseContentRoot(folder.FullName)
            );
            gateway.StartServer();
            gateway.Services.GetRequiredService<Tokens>().Issue("ada", ["chat"]);

            Assert.Equal(1, gateway.Services.GetRequiredService<DocumentIndex>().Count);
            Assert.True(File.Exists(Path.Combine(folder.FullName, "documents.db")));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.FullName, "keys")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_empty_path_stays_empty()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");

        var search = gateway.Services.GetRequiredService<IOptions<SearchOptions>>().Value;

        Assert.Equal(("", ""), (search.Corpus, search.Database));
        Assert.Equal(
            "",
            gateway.Services.GetRequiredService<IOptions<AuthOptions>>().Value.KeysPath
        );
    }
}
