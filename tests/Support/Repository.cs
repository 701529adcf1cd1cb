namespace GatewayBench.Support;

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>The one that this test was built in: what it starts without building was built with it.</summary>
    public static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory)
        .Parent!
        .Name;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GatewayBench.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}
