using System.Diagnostics.CodeAnalysis;

namespace GatewayBench;

/// <summary>A header of each request. Its value is often a secret, and is never printed.</summary>
internal sealed class Header
{
    private readonly string _name;
    private readonly string _value;

    private Header(string name, string value) => (_name, _value) = (name, value);

    /// <param name="text">As a header is written: <c>Name: value</c>.</param>
    /// <param name="header">Null unless it is one.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Header? header)
    {
        header = text.Split(':', 2, StringSplitOptions.TrimEntries)
            is [{ Length: > 0 } name, var value]
            ? new Header(name, value)
            : null;
        if (header is null || !text.All(IsSendable) || header.IsLength)
        {
            return false;
        }
        using var request = new HttpRequestMessage { Content = new ByteArrayContent([]) };
        return header.AddTo(request);
    }

    public string Name => _name;

    /// <summary>What the body says of itself, and the client sends whatever is asked for.</summary>
    private bool IsLength => _name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    /// <returns>Whether the request can carry it; one of the body's needs a body.</returns>
    public bool AddTo(HttpRequestMessage request) => AddTo(request, _name, _value);

    /// <inheritdoc cref="AddTo(HttpRequestMessage)" />
    public static bool AddTo(HttpRequestMessage request, string name, string value)
    {
        if (request.Headers.TryAddWithoutValidation(name, value))
        {
            return true;
        }
        if (request.Content?.Headers.TryAddWithoutValidation(name, value) is not true)
        {
            return false;
        }
        // One of the body's, of which it has its own for a start. Only now: what is no name throws.
        request.Content.Headers.Remove(name);
        return request.Content.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>A character as a header can have it.</summary>
    public static char Sendable(char character) => IsSendable(character) ? character : '?';

    /// <summary>The client refuses every other character, but only when it sends.</summary>
    private static bool IsSendable(char character) =>
        character == '\t' || character is >= ' ' and <= '~';
}
