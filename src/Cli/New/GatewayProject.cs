using System.Xml;
using System.Xml.Linq;

namespace GatewayBench.Cli;

/// <summary>The project of a gateway that load tests are made for.</summary>
/// <param name="Path">In full.</param>
internal sealed record GatewayProject(string Path)
{
    private const string Allowed = "the project file of a gateway, such as src/Shop/Shop.csproj";

    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>What makes a project one of ASP.NET Core, however it says so.</summary>
    private static readonly string[] WebNames =
    [
        "Microsoft.NET.Sdk.Web",
        "Microsoft.AspNetCore.App",
    ];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <exception cref="UsageException">There is none, or what is there is no web project.</exception>
    public static GatewayProject Read(string option, string path)
    {
        if (!File.Exists(path))
        {
            throw Refusal("which is no file that can be found");
        }
        if (
            !Extensions.Contains(
                System.IO.Path.GetExtension(path),
                StringComparer.OrdinalIgnoreCase
            )
        )
        {
            throw Refusal("which is no project file");
        }
        try
        {
            return IsWeb(XDocument.Load(path))
                ? new GatewayProject(System.IO.Path.GetFullPath(path))
                : throw Refusal(
                    $"which is no web project: it names neither {string.Join(" nor ", WebNames)}"
                );
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            throw Refusal($"which can't be read as XML ({e.Message.TrimEnd('.')})");
        }

        UsageException Refusal(string why) =>
            new($"{option} is '{path}', {why}; allowed: {Allowed}.");
    }

    private static bool IsWeb(XDocument project) =>
        project
            .Descendants()
            .Attributes()
            .Any(attribute => WebNames.Contains(attribute.Value.Split('/')[0]));
}
