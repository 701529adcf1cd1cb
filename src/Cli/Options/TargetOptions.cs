using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The options that say what is loaded, and over which connections.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string> _url = new("--target")
    {
        HelpName = "url",
        Description = "The gateway to load, such as http://127.0.0.1:5080.",
        Required = true,
    };

    private readonly Option<string[]> _allow = new("--allow")
    {
        HelpName = "host",
        Description = "A host beyond this machine that is yours to load; can be given again.",
    };

    private readonly Option<bool> _http2 = new("--http2")
    {
        Description = "Exactly HTTP/2, and not HTTP/1.1.",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "A new connection for each request.",
    };

    public IEnumerable<Option> All => [_url, _allow, _http2, _fresh];

    /// <exception cref="UsageException">It is no URL of a target, or on another machine and not allowed by name.</exception>
    public RemoteTarget Target(ParseResult parsed)
    {
        var target = Named(_url, () => new RemoteTarget(parsed.GetRequiredValue(_url)))
            .UseConnections(
                new ConnectionOptions
                {
                    Http2 = parsed.GetValue(_http2),
                    Fresh = parsed.GetValue(_fresh),
                }
            );
        var allowed = parsed.GetValue(_allow) ?? [];
        Array.ForEach(allowed, host => Named(_allow, () => target.Allow(host)));
        var host = target.BaseAddress.IdnHost;
        return
            target.BaseAddress.IsLoopback
            || allowed.Contains(host, StringComparer.OrdinalIgnoreCase)
            ? target
            : throw new UsageException(
                $"{_url.Name} is '{target.BaseAddress}', which is not on this machine; allowed: "
                    + $"loopback. If it is yours to load, add {_allow.Name} {host}"
            );
    }

    /// <summary>The library's refusal, with the option that it is about.</summary>
    private static T Named<T>(Option option, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"{option.Name}: {RunFailure.MessageOf(e)}");
        }
    }
}
