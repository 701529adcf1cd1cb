using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The options that say what is loaded, and over which connections.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string> _url = new("--target")
    {
        HelpName = "url",
        Description = "The gateway to load, where it runs already, such as http://127.0.0.1:5080.",
    };

    private readonly Option<string[]> _allow = new("--allow")
    {
        HelpName = "host",
        Description = "A host beyond this machine that is yours to load; can be given again.",
    };

    private readonly Option<string> _scrape = new("--scrape")
    {
        HelpName = "path or url",
        Description =
            "Where the gateway shows its metrics as Prometheus text, such as /metrics; read once a second.",
    };

    private readonly Option<bool> _http2 = new("--http2")
    {
        Description = "Exactly HTTP/2, and not HTTP/1.1.",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "A new connection for each request.",
    };

    public IEnumerable<Option> All => [_url, _allow, _scrape, _http2, _fresh];

    /// <summary>Whether the command line says what is loaded.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.IsGiven(_url);

    /// <summary>What a bench file says of its connections, with what the command line does.</summary>
    /// <exception cref="UsageException">Hosts are allowed or metrics named, and the command line names no target.</exception>
    public ConnectionOptions Over(ParseResult parsed, ConnectionOptions bench)
    {
        RequireNot(parsed, _allow);
        RequireNot(parsed, _scrape);
        return Connections(parsed, bench);
    }

    /// <exception cref="UsageException">It is missing, no URL of a target, or on another machine and not allowed by name.</exception>
    public RemoteTarget Target(ParseResult parsed)
    {
        var url =
            parsed.GetValue(_url)
            ?? throw new UsageException(
                $"{_url.Name} is missing; allowed: the URL of the gateway to load, or --gateway, or a bench file that has a target."
            );
        var target = Named(_url, () => new RemoteTarget(url))
            .UseConnections(Connections(parsed, new ConnectionOptions()));
        var allowed = parsed.GetValue(_allow) ?? [];
        Array.ForEach(allowed, host => Named(_allow, () => target.Allow(host)));
        if (parsed.GetValue(_scrape) is { } metrics)
        {
            Named(_scrape, () => target.Scrape(metrics));
        }
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

    /// <summary>What belongs to a target of the command line is nothing without one.</summary>
    private void RequireNot(ParseResult parsed, Option option)
    {
        if (parsed.IsGiven(option))
        {
            throw new UsageException(
                $"{option.Name} is given without {_url.Name}; allowed: both, or target.{option.Name.TrimStart('-')} in the bench file."
            );
        }
    }

    private ConnectionOptions Connections(ParseResult parsed, ConnectionOptions others) =>
        others with
        {
            Http2 = parsed.GetValue(_http2) || others.Http2,
            Fresh = parsed.GetValue(_fresh) || others.Fresh,
        };

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
