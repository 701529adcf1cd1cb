using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Fetches pages of allowed hosts for the model. Offered where a host is allowed.</summary>
internal sealed class HttpTool : AIFunction
{
    public const string ToolName = "http_get";

    private const int MaxUrlChars = 2_000;
    private const int MaxRedirects = 5;

    private readonly IHttpClientFactory _clients;
    private readonly TimeProvider _clock;
    private readonly AllowedHost[] _hosts;
    private readonly int _maxBytes;
    private readonly TimeSpan _timeout;

    public HttpTool(
        IHttpClientFactory clients,
        IOptions<HttpToolOptions> options,
        TimeProvider clock
    )
    {
        _clients = clients;
        _clock = clock;
        _hosts =
        [
            .. options.Value.AllowedHosts.Select(text =>
                AllowedHost.TryParse(text, out var host)
                    ? host
                    : throw new ArgumentException($"'{text}' is no host.")
            ),
        ];
        _maxBytes = options.Value.MaxBytes;
        _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        Description = $"Fetches a page by GET. Allowed hosts: {Hosts}.";
    }

    public override string Name => ToolName;

    public override string Description { get; }

    public override JsonElement JsonSchema { get; } =
        ToolSchema.Of(
            """
            { "type": "object", "properties": { "url": { "type": "string" } }, "required": ["url"] }
            """
        );

    private string Hosts => string.Join(", ", _hosts.Select(host => host.ToString()));

    protected override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var uri = Checked(arguments.Text("url", MaxUrlChars), baseUri: null);
        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        try
        {
            return await FetchAsync(uri, either.Token);
        }
        catch (Exception e) when (e.InnerException is ToolException refused)
        {
            throw refused;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                $"{uri.Host} did not answer within {_timeout.TotalSeconds} s.",
                ToolException.TimedOut
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ToolException($"{uri.Host} gave no answer.", ToolException.Failed);
        }
    }

    private async Task<string> FetchAsync(Uri uri, CancellationToken cancellationToken)
    {
        var http = _clients.CreateClient(ToolSetup.HttpClientName);
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var response = await http.GetAsync(
                uri,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            if ((int)response.StatusCode is < 300 or > 399 || response.Headers.Location is null)
            {
                return JsonSerializer.Serialize(
                    await PageReader.ReadAsync(uri, response, _maxBytes, cancellationToken),
                    ToolJsonContext.Plain.FetchedPage
                );
            }
            uri = Checked(response.Headers.Location.OriginalString, uri);
        }
        throw new ToolException(
            $"{uri.Host} redirects more than {MaxRedirects} times.",
            ToolException.Failed
        );
    }

    private Uri Checked(string text, Uri? baseUri)
    {
        var isUri = baseUri is null
            ? Uri.TryCreate(text, UriKind.Absolute, out var uri)
            : Uri.TryCreate(baseUri, text, out uri);
        if (
            !isUri
            || (uri!.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
            || !Array.Exists(_hosts, host => host.Covers(uri))
        )
        {
            throw ToolArguments.Refused(
                baseUri is null ? "url" : $"the redirect of {baseUri.Host}",
                $"'{Quoted.Truncate(text)}'",
                $"an http or https address, without a user, of {Hosts}"
            );
        }
        return uri;
    }
}
