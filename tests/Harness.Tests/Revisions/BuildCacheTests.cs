using GatewayBench.Support;

namespace GatewayBench.Tests.Revisions;

public sealed class BuildCacheTests : IDisposable
{
    private const string App = "app-0123456789ab";
    private static readonly string First = new('1', 40);
    private static readonly string Second = new('2', 40);

    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;
    private readonly ManualTimeProvider _clock = new();
    private readonly BuildCache _cache;

    public BuildCacheTests() => _cache = new BuildCache(Path.Combine(_folder, "kept"), _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_build_is_kept_with_all_that_lies_beside_it()
    {
        var kept = _cache.Keep(App, First, Built("first"));

        Assert.Equal(kept, _cache.Find(App, First));
        Assert.Equal("first", File.ReadAllText(kept));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(kept)!, "de", "texts.dll")));
        Assert.Null(_cache.Find(App, Second));
        Assert.Null(_cache.Find("other-0123456789ab", First));
    }

    [Fact]
    public void The_first_of_two_that_build_the_same_is_kept()
    {
        _cache.Keep(App, First, Built("first"));

        Assert.Equal("first", File.ReadAllText(_cache.Keep(App, First, Built("second"))));
        Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "kept", App)));
    }

    [Fact]
    public void What_nobody_used_for_long_goes_and_what_was_used_stays()
    {
        _cache.Keep(App, First, Built("1"));
        _cache.Keep(App, Second, Built("2"));
        string[] strangers =
        [
            Path.Combine(_folder, "kept", "worktrees", First),
            Path.Combine(_folder, "kept", "photos", "2019"),
            Path.Combine(_folder, "kept", App, "notes"),
        ];
        foreach (var stranger in strangers)
        {
            Directory.CreateDirectory(stranger);
            Directory.SetLastWriteTimeUtc(stranger, new DateTime(2020, 1, 1));
        }
        _clock.Advance(BuildCache.UnusedFor * 0.9);
        _cache.Find(App, Second);
        _clock.Advance(BuildCache.UnusedFor * 0.2);

        _cache.Tidy();

        Assert.Null(_cache.Find(App, First));
        Assert.NotNull(_cache.Find(App, Second));
        Assert.All(strangers, stranger => Assert.True(Directory.Exists(stranger), stranger));
    }

    private string Built(string text)
    {
        var folder = Path.Combine(_folder, "built");
        Directory.CreateDirectory(Path.Combine(folder, "de"));
        File.WriteAllText(Path.Combine(folder, "de", "texts.dll"), "");
        var assembly = Path.Combine(folder, "App.dll");
        File.WriteAllText(assembly, text);
        return assembly;
    }
}
