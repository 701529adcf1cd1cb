using System.Text;

namespace GatewayBench;

/// <summary>Reads the mappings that a provider starts with.</summary>
internal static class StubLoader
{
    private const string Extension = "*.json";

    /// <exception cref="ArgumentException">A folder or a mapping cannot be taken.</exception>
    public static List<Stub> Load(StubOptions options)
    {
        var stubs = options.Sources.SelectMany(Read).ToList();
        if (stubs.Count > StubStore.Most)
        {
            throw InvalidOption.Exception(
                "The number of stubs",
                stubs.Count,
                $"up to {StubStore.Most}"
            );
        }
        foreach (var twice in stubs.GroupBy(stub => stub.Id).Where(group => group.Count() > 1))
        {
            throw new ArgumentException($"Stubs: the id {twice.Key} is there twice.");
        }
        return stubs;
    }

    private static List<Stub> Read(StubSource source)
    {
        if (source.Folder is not { } folder)
        {
            return Read("added JSON", () => Encoding.UTF8.GetBytes(source.Json!));
        }
        if (!Directory.Exists(folder))
        {
            throw InvalidOption.Exception("Stubs.AddFolder", $"'{folder}'", "a folder that exists");
        }
        var files = Directory.GetFiles(folder, Extension, SearchOption.AllDirectories);
        if (files.Length == 0)
        {
            throw InvalidOption.Exception(
                "Stubs.AddFolder",
                $"'{folder}'",
                $"a folder with mappings ({Extension})"
            );
        }
        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.SelectMany(file => Read(file, () => File.ReadAllBytes(file)))];
    }

    private static List<Stub> Read(string source, Func<byte[]> read)
    {
        try
        {
            return StubReader.ReadFile(StubJson.Read(read()));
        }
        catch (Exception e)
            when (e is StubFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"Stubs: {source}: {e.Message}", e);
        }
    }
}
