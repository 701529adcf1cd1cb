using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// One virtual user: what it sends comes from its own seeded draws, and its cookies, token, headers
/// and session are its own.
/// </summary>
public sealed class User
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json")
    {
        CharSet = "utf-8",
    };
    private readonly Uri _baseAddress;
    private readonly UserDraws _draws;
    private CookieContainer? _cookies;
    private Dictionary<string, string>? _headers;
    private Dictionary<string, string>? _values;
    private string? _marker;
    private string? _session;
    private ulong _sessions;
    private int _turns;
    private int _asked;
    private int _promptClass;
    private bool _asksInSession;
    private string? _lastPath;
    private Uri? _lastUri;

    internal User(int index, ulong seed, Uri baseAddress)
    {
        Index = index;
        _baseAddress = baseAddress;
        _draws = new UserDraws(seed, index);
    }

    /// <summary>From 0; the same user has the same draws in every run of a seed.</summary>
    public int Index { get; }

    /// <summary>The bearer token that goes with each of the user's requests; default none.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// An id of the user's own, the same in every run of a seed; set it once the gateway has given another.
    /// </summary>
    public string Session
    {
        get
        {
            _asksInSession = true;
            return SessionId;
        }
        set
        {
            _asked = value == _session ? _asked : 0;
            _session = value;
        }
    }

    /// <summary>The same for what is no conversation.</summary>
    internal string SessionId => _session ??= _draws.Id(SessionSalt);

    /// <summary>The user's cookies: what the target sets comes back with the next request that it is for.</summary>
    public CookieContainer Cookies => _cookies ??= new CookieContainer();

    /// <summary>Headers that go with each of the user's requests.</summary>
    public IDictionary<string, string> Headers => _headers ??= [];

    /// <summary>
    /// What the user has kept for its later exchanges, such as the id of a run: null for what it never
    /// kept. Nothing is ever reset, from one iteration to the next or at the end of the warm-up; each
    /// row has users of its own.
    /// </summary>
    /// <param name="key">What the scenario calls it.</param>
    public string? this[string key]
    {
        get => _values?.GetValueOrDefault(key);
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            if (value is not null)
            {
                (_values ??= [])[key] = value;
            }
            else
            {
                _values?.Remove(key);
            }
        }
    }

    internal Reply Reply { get; } = new();

    /// <summary>Tells the sessions of one row from those of the others, which may meet the same gateway.</summary>
    internal ulong SessionSalt { get; init; }

    /// <summary>
    /// Becomes an arrival of an open load: what it says and its session are the arrival's, the same
    /// whoever is free to send it. Connections, cookies and token stay.
    /// </summary>
    internal void Arrive(in HitId id)
    {
        _draws.BeginArrival(id);
        (_session, _sessions, _turns, _asked) = (null, 0, 0, 0);
        (_marker, Reply.Marker) = (null, null);
    }

    /// <summary>
    /// The user's marker, the same in every run of a seed: <c>[[user:</c>, 16 hexadecimal digits,
    /// <c>]]</c>. From when it is first asked for, a reply with another user's marker is
    /// <see cref="Outcome.CrossSession"/>.
    /// </summary>
    public string Marker
    {
        get
        {
            Reply.Marker ??= _draws.Marker();
            return _marker ??= UserMarker.TextOf(Reply.Marker.Value);
        }
    }

    /// <summary>What its prompts are drawn from.</summary>
    internal PromptFeed Prompts { get; set; } = PromptFeed.Bundled;

    /// <summary>Whether its prompts end with its marker.</summary>
    internal bool HasMarker { get; set; } = true;

    /// <summary>What its prompts say of which exchange they are of; null where a header does.</summary>
    internal string? Identity { get; set; }

    /// <summary>Begins an exchange.</summary>
    internal void Prepare(PromptFeed prompts, bool hasMarker, string? identity)
    {
        (Prompts, HasMarker, Identity) = (prompts, hasMarker, identity);
        (_promptClass, _asksInSession) = (0, false);
    }

    /// <summary>What the exchange that was begun last asks for, once its request has been made.</summary>
    /// <param name="bytes">Of its body.</param>
    internal Asked TakeAsked(long bytes) => new(_promptClass, _asksInSession ? ++_asked : 0, bytes);

    /// <summary>
    /// The user's next prompt, drawn from its scenario's feed by (seed, user, how many so far), with
    /// the user's <see cref="Marker"/> at the end unless the scenario is without.
    /// </summary>
    public string NextPrompt()
    {
        var prompt = Prompts.Next(_draws, out _promptClass);
        prompt = Identity is null ? prompt : $"{prompt} {Identity}";
        return HasMarker ? $"{prompt} {Marker}" : prompt;
    }

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

    /// <summary>Counts a turn of the user's session, and gives it a new one once the last has had its turns.</summary>
    internal void TakeTurn(int turnsInSession)
    {
        if (_turns >= turnsInSession)
        {
            _turns = 0;
            Session = _draws.Id(unchecked(SessionSalt + ++_sessions));
        }
        _turns++;
    }

    /// <returns>From 0 to below <paramref name="count"/>, drawn anew each time.</returns>
    internal int NextNumber(int count) => _draws.Next(count);

    /// <returns>A random UUID (version 4, RFC 9562), drawn anew each time.</returns>
    internal string NextUuid() => _draws.NextUuid();

    /// <summary>How long the user pauses this time.</summary>
    internal TimeSpan NextPause(Delay pause) => _draws.NextPause(pause);

    /// <summary>Puts on a request what the user always sends; what the scenario set itself stays.</summary>
    internal void Prepare(HttpRequestMessage request)
    {
        if (Token is not null)
        {
            request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", Token);
        }
        if (_cookies?.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }
        if (_headers is not null)
        {
            AddHeaders(request, _headers);
        }
    }

    /// <summary>Keeps the cookies of a response.</summary>
    internal void Receive(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies)
            {
                TryKeep(request.RequestUri!, cookie);
            }
        }
    }

    private static void AddHeaders(HttpRequestMessage request, Dictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.NonValidated.Contains(name))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private void TryKeep(Uri from, string cookie)
    {
        try
        {
            Cookies.SetCookies(from, cookie);
        }
        catch (CookieException)
        {
            // Clients ignore what is not a cookie, or not for them.
        }
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
