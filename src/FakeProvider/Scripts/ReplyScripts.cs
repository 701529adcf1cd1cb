using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>
/// Scripted replies: the first script that matches a request decides what is replied; without one
/// the reply is drawn. None by default.
/// </summary>
/// <example>
/// <code>
/// o.Replies.When("weather").CallTool("get_weather", new { city = "Oslo" }).Then("It is sunny.");
/// o.Replies.Always("I do not know.");
/// </code>
/// </example>
public sealed class ReplyScripts
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private readonly List<ReplyScript> _scripts = [];

    internal bool ReadUserText => _scripts.Exists(script => script.ReadsUserText);

    /// <summary>A script for requests whose last message of the user contains a text.</summary>
    /// <param name="text">Upper and lower case are the same.</param>
    public ReplyScript When(string text) => Add(new ReplyScript(contains: text));

    /// <summary>A script for requests whose last message of the user matches a pattern.</summary>
    /// <param name="pattern">A .NET regular expression, by the invariant culture. One that takes more
    /// than a second on a message does not match it.</param>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public ReplyScript WhenMatches(string pattern) =>
        Add(new ReplyScript(pattern: Pattern(pattern)));

    /// <summary>A script for all requests for a model.</summary>
    /// <param name="model">Its name, as requests give it.</param>
    public ReplyScript WhenModel(string model) => Add(new ReplyScript().ForModel(model));

    /// <summary>The reply to all requests that no script before matches.</summary>
    /// <param name="text">Any text; an empty one gives an empty reply.</param>
    public void Always(string text) => Add(new ReplyScript()).Then(text);

    /// <summary>Adds the scripts of a file, behind those that are there.</summary>
    /// <param name="path">A JSON file; docs/provider.md describes its form.</param>
    /// <exception cref="ArgumentException">It cannot be read, or its content is not allowed; the
    /// message names the file, the place in it, the value and what is allowed.</exception>
    public void AddFile(string path)
    {
        try
        {
            AddJson(ScriptFile.Read(path).Json, path);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"Replies.AddFile: {e.Message}", e);
        }
    }

    /// <summary>Adds the scripts of a JSON text, behind those that are there.</summary>
    /// <param name="json">As in a file.</param>
    /// <param name="source">What error messages call it.</param>
    /// <exception cref="ArgumentException">It is not allowed; the message says why.</exception>
    public void AddJson(string json, string source = "JSON") =>
        _scripts.AddRange(ScriptsReader.Read(json, source));

    internal static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant, LongestMatch);

    internal void Clear() => _scripts.Clear();

    internal void Validate(string option)
    {
        var empty = _scripts.FindIndex(script => !script.HasSteps);
        if (empty >= 0)
        {
            throw InvalidOption.Exception($"{option}[{empty}]", "without a step", "at least one");
        }
    }

    internal IReadOnlyList<ReplyScript> Copy() => [.. _scripts.Select(script => script.Copy())];

    private ReplyScript Add(ReplyScript script)
    {
        _scripts.Add(script);
        return script;
    }
}
