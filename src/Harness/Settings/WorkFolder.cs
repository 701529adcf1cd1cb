namespace GatewayBench;

/// <summary>Where a relative output folder starts: test hosts run deep inside <c>bin</c>.</summary>
internal static class WorkFolder
{
    /// <summary>
    /// The nearest folder above the program that holds a solution or a repository, else the nearest
    /// with a project, else the current one.
    /// </summary>
    public static string Find(string start) =>
        NearestWith(start, "*.sln*", ".git")
        ?? NearestWith(start, "*.csproj", "*.fsproj")
        ?? Environment.CurrentDirectory;

    private static string? NearestWith(string start, params string[] patterns)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (patterns.Any(pattern => folder.EnumerateFileSystemInfos(pattern).Any()))
            {
                return folder.FullName;
            }
        }
        return null;
    }
}
