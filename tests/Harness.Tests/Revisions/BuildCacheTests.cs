using GatewayBench.Support;

namespace GatewayBench.Tests.Revisions;

public sealed class BuildCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;
    private readonly ManualTimeProvider _clock = new();
    private readonly BuildCache _cache;

    public BuildCacheTests() => _cache = new BuildCache(Path.Combine(_folder, "kept"), _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_build_is_kept_with_all_that_lies_beside_it()
    {
        var kept = _cache.Keep("app", "c1", Built("first"));

        Assert.Equal(kept, _cache.Find("app", "c1"));
        Assert.Equal("first", File.ReadAllText(kept));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(kept)!, "de", "texts.dll")));
        Assert.Null(_cache.Find("app", "c2"));
        Assert.Null(_cache.Find("other", "c1"));
    }

    [Fact]
    public void The_first_of_two_that_build_the_same_is_kept()
    {
        _cache.Keep("app", "c1", Built("first"));

        Assert.Equal("first", File.ReadAllText(_cache.Keep("app", "c1", Built("second"))));
        Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "kept", "app")));
    }

    [Fact]
    public void What_nobody_used_for_long_goes_and_what_was_used_stays()
    {
        _cache.Keep("app", "c1", Built("1"));
        _cache.Keep("app", "c2", Built("2"));
        Directory.CreateDirectory(Path.Combine(_folder, "kept", "worktrees", "mine"));
        _clock.Advance(BuildCache.UnusedFor * 0.9);
        _cache.Find("app", "c2");
        _clock.Advance(BuildCache.UnusedFor * 0.2);

        _cache.Tidy(spared: "worktrees");

        Assert.Null(_cache.Find("app", "c1"));
        Assert.NotNull(_cache.Find("app", "c2"));
        Assert.True(Directory.Exists(Path.Combine(_folder, "kept", "worktrees", "mine")));
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
