using System.Security.Cryptography;
using System.Text;

namespace GatewayBench;

/// <summary>A folder that a gateway was built or published to.</summary>
internal static class GatewayFolder
{
    private const string RuntimeConfigEnd = ".runtimeconfig.json";

    /// <summary>The one program in it.</summary>
    /// <exception cref="ArgumentException">There is none, or more than one.</exception>
    public static string AssemblyIn(string folder)
    {
        string[] programs =
        [
            .. Directory
                .EnumerateFiles(folder, "*" + RuntimeConfigEnd)
                .Select(file => file[..^RuntimeConfigEnd.Length] + ".dll")
                .Where(File.Exists),
        ];
        return programs is [var only]
            ? Path.GetFullPath(only)
            : throw new ArgumentException(
                $"'{folder}' holds {programs.Length} programs (a .dll with its .runtimeconfig.json); "
                    + "allowed: one, as dotnet publish leaves it. Or name the .dll."
            );
    }

    /// <summary>The same for the same build: a hash of all assemblies and settings files beside it.</summary>
    /// <param name="assembly">The full path of its program.</param>
    public static string IdentityOf(string assembly)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".dll" or ".json")
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
