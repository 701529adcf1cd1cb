using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

/// <summary>A page with marks, for a program to put its figures between.</summary>
internal sealed class ScratchPage : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public ScratchPage()
    {
        Path = System.IO.Path.Combine(_folder.Path, "page.md");
        File.WriteAllText(Path, $"by hand\n{Page.Begin}\nstale\n{Page.End}\nby hand, too\n");
    }

    public string Path { get; }

    /// <summary>What is there now; only what stood between the marks may have been replaced.</summary>
    public string Read()
    {
        var written = File.ReadAllText(Path);
        Assert.StartsWith($"by hand\n{Page.Begin}\n", written, StringComparison.Ordinal);
        Assert.EndsWith($"\n{Page.End}\nby hand, too\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain("stale", written, StringComparison.Ordinal);
        return written;
    }

    public void Dispose() => _folder.Dispose();
}
