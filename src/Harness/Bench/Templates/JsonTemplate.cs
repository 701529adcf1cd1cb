using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GatewayBench;

/// <summary>
/// Makes JSON of a value of a bench file. Plain scalars are what JSON has them as; texts are escaped
/// after they are filled in. A text that is nothing but <c>{{random.int …}}</c> becomes a number.
/// </summary>
internal sealed partial class JsonTemplate
{
    /// <summary>Aliases could make a small file a huge body.</summary>
    private const int MostValues = 100_000;
    private const int MostDepth = 64;

    private readonly TemplateReader _reader;
    private readonly List<TemplatePart> _parts = [];
    private int _values;

    private JsonTemplate(TemplateReader reader) => _reader = reader;

    /// <exception cref="BenchException">It is too large, or a text in it can't be read.</exception>
    public static Template Read(BenchNode node, TemplateReader reader)
    {
        var json = new JsonTemplate(reader);
        json.Write(node, MostDepth);
        return new Template(json._parts);
    }

    private void Write(BenchNode node, int depth)
    {
        if (depth == 0 || ++_values > MostValues)
        {
            throw node.Failed(
                $"{node.Path} is too large; allowed: {MostValues} values, {MostDepth} deep."
            );
        }
        if (node.IsMap)
        {
            Enclose(
                "{",
                node.Entries("an object"),
                entry =>
                {
                    Literal($"{Quoted(entry.Key.Value!)}:");
                    Write(entry.Value, depth - 1);
                },
                "}"
            );
        }
        else if (node.IsList)
        {
            Enclose("[", Items(node), item => Write(item, depth - 1), "]");
        }
        else
        {
            WriteScalar(node);
        }
    }

    private void WriteScalar(BenchNode node)
    {
        if (PlainJson(node) is { } plain)
        {
            Literal(plain);
            return;
        }
        if (((YamlScalarNode)node.Yaml).Value is "")
        {
            Literal("\"\"");
            return;
        }
        var text = _reader.Read(node);
        if (text.Parts is [RandomIntPart number])
        {
            _parts.Add(number);
            return;
        }
        Literal("\"");
        _parts.AddRange(text.Parts.Select(part => new EscapedPart(part, Escaped)));
        Literal("\"");
    }

    /// <returns>Null for a text.</returns>
    private static string? PlainJson(BenchNode node)
    {
        if (node.IsNothing)
        {
            return "null";
        }
        var text = ((YamlScalarNode)node.Yaml).Value!;
        return node.IsPlain && (text is "true" or "false" || Number().IsMatch(text)) ? text : null;
    }

    private void Enclose<T>(string begin, IEnumerable<T> items, Action<T> write, string end)
    {
        Literal(begin);
        var isFirst = true;
        foreach (var item in items)
        {
            Literal(isFirst ? "" : ",");
            isFirst = false;
            write(item);
        }
        Literal(end);
    }

    private void Literal(string json) => _parts.Add(new FixedPart(json));

    private static IReadOnlyList<BenchNode> Items(BenchNode node) =>
        node.Yaml is YamlSequenceNode { Children.Count: 0 } ? [] : node.Items("a list");

    private static string Quoted(string text) => $"\"{Escaped(text)}\"";

    private static string Escaped(string text) => JsonEncodedText.Encode(text).Value;

    /// <summary>As JSON writes numbers: others, such as 007 or 0x10, stay texts.</summary>
    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
