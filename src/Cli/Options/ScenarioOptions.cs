using System.CommandLine;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GatewayBench.Cli;

/// <summary>The options that say what a user does: one request, answered by a 2xx status.</summary>
internal sealed class ScenarioOptions
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly Option<string> _path = OptionOf.UrlPath(
        "--path",
        "The path that is asked for."
    );

    private readonly Option<string> _post = new("--post")
    {
        HelpName = "json",
        Description =
            "Send POST with this JSON, or with that of a file: @FILE. In its texts {prompt} becomes "
            + "the user's next prompt and {session} the user's session. [default: GET]",
    };

    private readonly Option<string> _prompts = OptionOf.Text(
        "--prompts",
        "file",
        "What {prompt} is drawn from: a JSON object with prompt or messages in a line. [default: "
            + "a set that comes with the tool]"
    );

    private readonly Option<Header[]> _headers = OptionOf.Headers(
        "--header",
        "Sent with each request, as \"Name: value\"; can be given again. Values stay out of reports."
    );

    public ScenarioOptions() => _path.DefaultValueFactory = _ => "/";

    public IEnumerable<Option> All => [_path, _post, _prompts, _headers];

    public Option<string> PromptFile => _prompts;

    /// <summary>What a bench file says in its own way.</summary>
    public Option[] Replaced => [_path, _post, _headers];

    /// <summary>Whose values are nobody else's to read.</summary>
    public Option[] Secrets => [_post, _headers];

    /// <summary>What the command line, or else the environment, says that users ask; null for neither.</summary>
    /// <exception cref="UsageException">The file can't be used.</exception>
    public PromptFeed? Prompts(ParseResult parsed, LoadSettings settings)
    {
        var isGiven = parsed.IsGiven(_prompts);
        if ((isGiven ? parsed.GetValue(_prompts) : settings.Prompts) is not { } file)
        {
            return null;
        }
        try
        {
            return PromptFeed.FromJsonl(file);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{(isGiven ? _prompts.Name : Variables.Prompts)} is '{file}'; allowed: a file of "
                    + $"prompts, one JSON object in a line. {e.Message}"
            );
        }
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="settings">What the environment says.</param>
    /// <exception cref="UsageException">The body is not JSON or can't be read, or a header is one of a missing body.</exception>
    public Scenario Scenario(ParseResult parsed, LoadSettings settings)
    {
        var path = parsed.GetRequiredValue(_path);
        var headers = parsed.GetValue(_headers) ?? [];
        var body = parsed.GetValue(_post) is { } post ? new BodyTemplate(Body(post)) : null;
        RequireSendable(headers, body);
        if (body is not { HasPrompt: true })
        {
            RefusePrompts(parsed, settings);
        }
        return GatewayBench.Scenario.Http(
            $"{(body is null ? "GET" : "POST")} {path}",
            user =>
            {
                var request = user.Get(path);
                if (body is not null)
                {
                    request.Method = HttpMethod.Post;
                    request.Content = new ByteArrayContent(body.Of(user));
                    request.Content.Headers.ContentType = Json;
                }
                Array.ForEach(headers, header => header.AddTo(request));
                return request;
            }
        );
    }

    /// <summary>A file that nothing is drawn from misleads.</summary>
    private void RefusePrompts(ParseResult parsed, LoadSettings settings)
    {
        var why = $"{_post.Name} has no {BodyTemplate.Prompt}";
        if (parsed.IsGiven(_prompts))
        {
            throw new UsageException(
                $"{_prompts.Name} is given, and {why}; allowed: both or neither."
            );
        }
        settings.RefuseGiven(why, Variables.Prompts);
    }

    private void RequireSendable(Header[] headers, BodyTemplate? body)
    {
        using var request = new HttpRequestMessage();
        if (body is null && headers.FirstOrDefault(header => !header.AddTo(request)) is { } header)
        {
            throw new UsageException(
                $"{_headers.Name} {header.Name} is given without {_post.Name}, and describes a body; "
                    + "allowed: both or neither."
            );
        }
    }

    private byte[] Body(string post)
    {
        try
        {
            var body = post.StartsWith('@')
                ? File.ReadAllBytes(post[1..])
                : Encoding.UTF8.GetBytes(post);
            JsonDocument.Parse(body).Dispose();
            return body;
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or IOException
                        or UnauthorizedAccessException
                        or ArgumentException
            )
        {
            var what = post.StartsWith('@') ? $"'{post}'" : "no JSON";
            throw new UsageException(
                $"{_post.Name} is {what}; allowed: JSON, or @ and a file of JSON. {e.Message}"
            );
        }
    }
}
