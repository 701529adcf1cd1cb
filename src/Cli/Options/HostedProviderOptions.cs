using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The options of the fake provider that runs beside a hosted gateway.</summary>
internal sealed class HostedProviderOptions
{
    private readonly Option<string> _key = OptionOf.Text(
        "--provider-key",
        "key",
        "The key of the gateway's configuration that holds its provider's address: a fake provider "
            + "then runs beside it, for it to call."
    );

    private readonly Option<string> _path = OptionOf.UrlPath(
        "--provider-path",
        "What the gateway expects behind the provider's host. [default: /v1]"
    );

    private readonly Option<string> _latency = OptionOf.Text(
        "--provider-latency",
        "delay",
        "How long that provider takes until its first token, such as none, 400ms or "
            + "lognormal(p50=400ms,p99=4s). A bench file takes all its options. [default: "
            + "lognormal(p50=200ms,p99=2s)]"
    );

    public Option[] All => [_key, _path, _latency];

    /// <exception cref="UsageException">A provider that the gateway can't know of, or the other way round.</exception>
    public HostedPlan Over(ParseResult parsed, HostedPlan plan)
    {
        var target = plan.Target with
        {
            ProviderKey = parsed.GetValue(_key) ?? plan.Target.ProviderKey,
            ProviderPath = parsed.GetValue(_path) ?? plan.Target.ProviderPath,
        };
        var provider = plan.Provider;
        if (target.ProviderKey is null)
        {
            if (All.FirstOrDefault(parsed.IsGiven) is { } option)
            {
                throw new UsageException(
                    $"{option.Name} is given without {_key.Name}; allowed: both or neither."
                );
            }
            if (provider is not null)
            {
                throw new UsageException(
                    $"{_key.Name} is missing for the provider of the bench file; allowed: the gateway's "
                        + "own key for its address."
                );
            }
        }
        else
        {
            provider = [.. provider ?? [], .. Latency(parsed)];
        }
        return new HostedPlan(target, provider);
    }

    private IEnumerable<GivenOption> Latency(ParseResult parsed)
    {
        if (parsed.GetValue(_latency) is not { } text)
        {
            yield break;
        }
        var setting = OptionTable.All.Single(one => one.Key == nameof(FakeProviderOptions.Latency));
        var given = new GivenOption(setting, _latency.Name, [text]);
        try
        {
            // For its refusal, ahead of a build that may take long.
            setting.Set(new FakeProviderOptions(), given);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
        yield return given;
    }
}
