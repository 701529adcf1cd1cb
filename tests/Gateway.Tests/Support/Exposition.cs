using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Tests;

/// <summary>A strict reader of Prometheus text: whatever it doesn't understand fails the test.</summary>
internal sealed partial class Exposition
{
    public List<Sample> Samples { get; } = [];

    public Dictionary<string, string> Types { get; } = [];

    public Dictionary<string, string> Help { get; } = [];

    public static Exposition Of(PrometheusExporter exporter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        exporter.WriteTo(buffer);
        return Parse(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    public static Exposition Parse(string text)
    {
        Assert.True(text.Length == 0 || text.EndsWith('\n'), "the last line must end");
        var parsed = new Exposition();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            parsed.Add(line);
        }
        return parsed;
    }

    public IEnumerable<Sample> Named(string name, params (string Key, string Value)[] labels) =>
        Samples.Where(s =>
            s.Name == name && labels.All(l => s.Labels.GetValueOrDefault(l.Key) == l.Value)
        );

    public double Value(string name, params (string Key, string Value)[] labels) =>
        Assert.Single(Named(name, labels)).Value;

    private void Add(string line)
    {
        if (Comment().Match(line) is { Success: true } comment)
        {
            var about = comment.Groups["kind"].Value == "TYPE" ? Types : Help;
            about.Add(comment.Groups["name"].Value, comment.Groups["text"].Value);
            return;
        }
        var match = SampleLine().Match(line);
        Assert.True(match.Success, $"not a sample: {line}");
        var sample = new Sample(
            match.Groups["name"].Value,
            Label()
                .Matches(match.Groups["labels"].Value)
                .ToDictionary(l => l.Groups["key"].Value, l => Unescape(l.Groups["value"].Value)),
            ToNumber(match.Groups["value"].Value)
        );
        Assert.Contains(Types.Keys, family => sample.BelongsTo(family, Types[family]));
        Assert.DoesNotContain(Samples, sample.IsSameSeries);
        Samples.Add(sample);
    }

    private static double ToNumber(string text) =>
        text switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };

    private static string Unescape(string text) =>
        Escape().Replace(text, m => m.Value == "\\n" ? "\n" : m.Value[1..]);

    [GeneratedRegex("""^# (?<kind>HELP|TYPE) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>.+)$""")]
    private static partial Regex Comment();

    [GeneratedRegex(
        """
            ^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\[\\"n])*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\[\\"n])*")*)\})? (?<value>\S+)$
            """
    )]
    private static partial Regex SampleLine();

    [GeneratedRegex("(?<key>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?<value>([^\"\\\\]|\\\\[\\\\\"n])*)\"")]
    private static partial Regex Label();

    [GeneratedRegex("""\\.""")]
    private static partial Regex Escape();
}
