using YamlDotNet.Core;

namespace GatewayBench;

/// <summary>A bench file while it is read, and the environment that its secrets come from.</summary>
/// <param name="file">What errors call it.</param>
/// <param name="folder">What its relative paths count from.</param>
/// <param name="environment">The value of a variable; null for one that isn't set.</param>
internal sealed class BenchSource(string file, string folder, Func<string, string?> environment)
{
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>The values that were taken from the environment.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    public BenchException At(in Mark mark, string problem) =>
        new(file, mark.Line, mark.Column, problem);

    public string PathOf(string path) => Path.GetFullPath(path, folder);

    /// <returns>Null for a variable that is not set, or empty: as a key that would be a mistake too.</returns>
    public string? Secret(string variable)
    {
        var value = environment(variable);
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }
        _secrets.Add(value);
        return value;
    }
}
