using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// A subset of JSONPath, as the library behind WireMock reads it (Jayway's): a filter on an object
/// tests that object itself, and a path without wildcard, filter or <c>..</c> is definite.
/// </summary>
/// <param name="steps">From the root on.</param>
internal sealed class JsonPath(IReadOnlyList<JsonPathStep> steps)
{
    /// <summary>For messages.</summary>
    public const string Supported =
        "$ .name ['name'] [0] [-1] [*] .* ..name [?(...)] and a final .length() or .size()";

    /// <summary>Whether it finds at most one value, which is then itself the result, not a list.</summary>
    public bool IsDefinite { get; } = steps.All(step => step.IsDefinite);

    /// <exception cref="StubFormatException">It is no path, or outside the subset.</exception>
    public static JsonPath Parse(string text, string pointer) =>
        new JsonPathParser(text, pointer).ParsePath();

    public List<JsonElement> Find(JsonElement root) => Find(root, root);

    /// <param name="start">Where the path begins.</param>
    /// <param name="root">What <c>$</c> stands for in its filters.</param>
    public List<JsonElement> Find(JsonElement start, JsonElement root)
    {
        List<JsonElement> found = [start];
        foreach (var step in steps)
        {
            var next = new List<JsonElement>();
            foreach (var value in found)
            {
                step.Collect(value, root, next);
            }
            found = next;
        }
        return found;
    }
}
