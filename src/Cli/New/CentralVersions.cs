using System.Xml;
using System.Xml.Linq;

namespace GatewayBench.Cli;

/// <summary>
/// The page that keeps the versions of all packages where a solution manages them centrally; there,
/// a version in a project is an error (NU1008).
/// </summary>
internal sealed class CentralVersions
{
    private const string PageName = "Directory.Packages.props";
    private const string End = "</Project>";

    private readonly string _text;
    private readonly HashSet<string> _known;

    private CentralVersions(string path, string text, XDocument page)
    {
        Path = path;
        _text = text;
        _known = page.Descendants()
            .Where(item => item.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Select(item => (string?)item.Attribute("Include") ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public string Path { get; }

    /// <param name="folder">The folder of a project, which need not be there yet.</param>
    /// <returns>Null where versions are not managed centrally.</returns>
    /// <exception cref="UsageException">A page that decides it is no XML.</exception>
    public static CentralVersions? For(string folder)
    {
        if (Nearest(folder, PageName) is not { } path)
        {
            return null;
        }
        var text = File.ReadAllText(path);
        var page = Parse(path, text);
        var settings = Nearest(folder, "Directory.Build.props");
        return
            SwitchesOn(page)
            || (settings is not null && SwitchesOn(Parse(settings, File.ReadAllText(settings))))
            ? new CentralVersions(path, text, page)
            : null;
    }

    /// <summary>The versions that the page does not have yet.</summary>
    public IReadOnlyList<PackageVersion> Missing(IEnumerable<PackageVersion> packages) =>
        [.. packages.Where(package => !_known.Contains(package.Id))];

    /// <summary>The page with more versions, and otherwise as it is.</summary>
    /// <exception cref="UsageException">The page has no end to add them at.</exception>
    public string With(IReadOnlyList<PackageVersion> more)
    {
        var end = _text.LastIndexOf(End, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new UsageException(
                $"{Path} has no {End}, so that versions can't be added; allowed: a page with one."
            );
        }
        var newLine = _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string[] lines =
        [
            "  <ItemGroup>",
            .. more.Select(package =>
                $"    <PackageVersion Include=\"{package.Id}\" Version=\"{package.Version}\" />"
            ),
            "  </ItemGroup>",
        ];
        return _text.Insert(end, string.Concat(lines.Select(line => line + newLine)));
    }

    private static string? Nearest(string folder, string file)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = System.IO.Path.Combine(at.FullName, file);
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }

    private static bool SwitchesOn(XDocument page) =>
        page.Descendants()
            .Any(property =>
                property.Name.LocalName == "ManagePackageVersionsCentrally"
                && property.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)
            );

    private static XDocument Parse(string path, string text)
    {
        try
        {
            return XDocument.Parse(text);
        }
        catch (XmlException e)
        {
            throw new UsageException($"{path} is no XML; allowed: a file of MSBuild. {e.Message}");
        }
    }
}
