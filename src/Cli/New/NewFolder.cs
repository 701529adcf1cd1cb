using System.Text;

namespace GatewayBench.Cli;

/// <summary>The folder that new files go to, none of which takes another's place unasked.</summary>
/// <param name="Path">In full.</param>
internal sealed record NewFolder(string Path)
{
    /// <summary>What says nothing about what else is there.</summary>
    private static readonly string[] Harmless =
    [
        "nuget.config",
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json",
        "README.md",
    ];

    public bool IsIn(string other) =>
        System.IO.Path.GetRelativePath(other, Path) is var way
        && !System.IO.Path.IsPathRooted(way)
        && way.Split('/', '\\')[0] != "..";

    /// <param name="option">The option that names the folder.</param>
    /// <param name="force">The option that allows what this refuses.</param>
    /// <exception cref="UsageException">Something is there.</exception>
    public void RequireEmpty(string option, string force)
    {
        var found = Directory.Exists(Path)
            ? Directory
                .EnumerateFileSystemEntries(Path)
                .Select(entry => System.IO.Path.GetFileName(entry))
                .Where(name => name[0] != '.' && !IsHarmless(name))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;
        if (found is not null)
        {
            throw new UsageException(
                $"{option} is '{Path}', which is not empty: it has {found}; allowed: an empty folder, "
                    + $"or {force}, which replaces files of the same name."
            );
        }
    }

    /// <param name="files">What is to be written.</param>
    /// <param name="force">The option that allows what this refuses.</param>
    /// <exception cref="UsageException">One of the files is there.</exception>
    public void RequireAbsent(IEnumerable<NewFile> files, string force)
    {
        if (files.Select(PathOf).FirstOrDefault(File.Exists) is { } file)
        {
            throw new UsageException(
                $"'{file}' is there already; allowed: a folder without one, or {force}, which replaces it."
            );
        }
    }

    public void Write(IEnumerable<NewFile> files)
    {
        foreach (var file in files)
        {
            var path = PathOf(file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            WholeFile.Write(path, Encoding.UTF8.GetBytes(file.Text));
        }
    }

    private string PathOf(NewFile file) => System.IO.Path.Combine(Path, file.Path);

    private static bool IsHarmless(string name) =>
        Harmless.Contains(name, StringComparer.OrdinalIgnoreCase);
}
