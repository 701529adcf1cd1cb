using System.Net.Http.Headers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>One virtual user: what it sends comes from its own seeded draws.</summary>
public sealed class User
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json")
    {
        CharSet = "utf-8",
    };
    private readonly Uri _baseAddress;
    private readonly PromptFeed _prompts;
    private string? _lastPath;
    private Uri? _lastUri;

    internal User(int index, ulong seed, Uri baseAddress)
    {
        Index = index;
        _baseAddress = baseAddress;
        _prompts = new PromptFeed(seed, index);
    }

    /// <summary>From 0; the same user has the same draws in every run of a seed.</summary>
    public int Index { get; }

    internal Reply Reply { get; } = new();

    /// <summary>The user's next prompt, drawn by (seed, user, how many so far).</summary>
    public string NextPrompt() => _prompts.Next();

    /// <summary>A GET request for a path of the target.</summary>
    public HttpRequestMessage Get(string path) => new(HttpMethod.Get, UriOf(path));

    /// <summary>A POST request with a JSON body.</summary>
    /// <param name="path">A path of the target.</param>
    /// <param name="body">Serialised with the web defaults: property names become camelCase.</param>
    public HttpRequestMessage PostJson<T>(string path, T body)
    {
        var content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web)
        );
        content.Headers.ContentType = JsonType;
        return new HttpRequestMessage(HttpMethod.Post, UriOf(path)) { Content = content };
    }

    // A scenario asks for the same path each time, and parsing it would be paid by every request.
    private Uri UriOf(string path)
    {
        if (!ReferenceEquals(path, _lastPath))
        {
            // Relative to the base, because a remote target's may have a path of its own.
            _lastUri = new Uri(_baseAddress, path.TrimStart('/'));
            _lastPath = path;
        }
        return _lastUri!;
    }
}
