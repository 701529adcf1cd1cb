namespace GatewayBench;

/// <summary>A header whose value each request may have of its own.</summary>
internal sealed class HeaderTemplate
{
    private const string Allowed =
        "a header in ASCII, its name without blanks and not Content-Length, which the body has";

    private readonly string _name;
    private readonly Template _value;

    private HeaderTemplate(string name, Template value) => (_name, _value) = (name, value);

    /// <param name="node">An object of headers; null for none.</param>
    /// <param name="hasBody">Whether headers that describe a body can be.</param>
    /// <param name="reader">Reads their values.</param>
    /// <exception cref="BenchException">One of them can't be sent. A value from the environment is not repeated.</exception>
    public static HeaderTemplate[] Read(BenchNode? node, bool hasBody, TemplateReader reader) =>
        [
            .. (node?.Entries("an object of headers, name by name") ?? []).Select(entry =>
                One(entry.Key.Value!, entry.Value, hasBody, reader)
            ),
        ];

    public void AddTo(HttpRequestMessage request, User user) =>
        Header.AddTo(
            request,
            _name,
            _value.Fixed ?? string.Concat(_value.Of(user).Select(Header.Sendable))
        );

    private static HeaderTemplate One(
        string name,
        BenchNode node,
        bool hasBody,
        TemplateReader reader
    )
    {
        var value = reader.Read(node, "the value of a header");
        if (!Header.TryParse($"{name}: {value.Fixed ?? "x"}", out var header))
        {
            throw node.Failed($"{node.Path} can't be sent; allowed: {Allowed}.");
        }
        using var request = new HttpRequestMessage();
        return hasBody || header.AddTo(request)
            ? new HeaderTemplate(name, value)
            : throw node.Failed(
                $"{node.Path} describes a body, and there is none; allowed: both or neither."
            );
    }
}
