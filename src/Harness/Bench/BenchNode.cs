using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GatewayBench;

/// <summary>A value in a bench file: what it is, and where errors about it point.</summary>
/// <param name="source">The file.</param>
/// <param name="node">As it was parsed.</param>
/// <param name="path">What errors call it, such as <c>load.users</c>; empty for the whole.</param>
internal sealed class BenchNode(BenchSource source, YamlNode node, string path)
{
    private const int MostShown = 60;

    public BenchSource Source => source;

    public YamlNode Yaml => node;

    public string Path => path;

    /// <summary>A scalar without quotes, which JSON would have as a number, a truth value or null.</summary>
    public bool IsPlain => node is YamlScalarNode { Style: ScalarStyle.Plain };

    public bool IsList => node is YamlSequenceNode;

    public bool IsMap => node is YamlMappingNode;

    public bool IsNothing =>
        node is YamlScalarNode { Value: var value }
        && IsPlain
        && value is null or "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The text of a scalar.</summary>
    /// <param name="allowed">What errors say.</param>
    public string Text(string allowed) =>
        node is YamlScalarNode { Value: { } text } && !IsNothing ? text : throw Invalid(allowed);

    /// <summary>The text of a number or a truth value, which in quotes would be a text.</summary>
    /// <param name="allowed">What errors say.</param>
    public string Plain(string allowed) =>
        Text(allowed) is var text && IsPlain
            ? text
            : throw Failed(
                $"{Named} is a text, '{Cut(text)}'; allowed: {allowed}, without quotes."
            );

    /// <summary>The entries of a mapping, by whatever keys it has.</summary>
    public IEnumerable<(YamlScalarNode Key, BenchNode Value)> Entries(string allowed)
    {
        if (node is not YamlMappingNode map)
        {
            throw Invalid(allowed);
        }
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } scalar)
            {
                throw source.At(key.Start, $"A key of {Named} is no text; allowed: {allowed}.");
            }
            yield return (scalar, new BenchNode(source, value, Below(name)));
        }
    }

    /// <summary>The items of a list of at least one.</summary>
    public IReadOnlyList<BenchNode> Items(string allowed) =>
        node is YamlSequenceNode { Children.Count: > 0 } list
            ? [.. list.Children.Select((item, i) => new BenchNode(source, item, $"{path}[{i}]"))]
            : throw Invalid(allowed);

    public BenchException Invalid(string allowed) =>
        Failed($"{Named} is {Shown}; allowed: {allowed}.");

    public BenchException Failed(string problem) => source.At(node.Start, problem);

    /// <summary>Reads it by what refuses in words of its own, which then stand behind the place.</summary>
    public T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or InvalidDataException
                        or SloException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw Failed($"{Named}: {ForeignMessage.Of(e)}");
        }
    }

    private string Named => path.Length == 0 ? "The bench file" : path;

    private string Shown =>
        node switch
        {
            YamlSequenceNode { Children.Count: 0 } => "an empty list",
            YamlSequenceNode => "a list",
            YamlMappingNode => "an object",
            _ when IsNothing => "empty",
            YamlScalarNode { Value: { } text } => $"'{Cut(text)}'",
            _ => "of no known kind",
        };

    private string Below(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Cut(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > MostShown ? $"{line[..MostShown]}..." : line;
    }
}
