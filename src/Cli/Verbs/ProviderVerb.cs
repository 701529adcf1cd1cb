using System.CommandLine;
using System.Net;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench provider</c>: the fake provider on its own.</summary>
internal sealed class ProviderVerb : Command
{
    private readonly Option<int> _port = OptionOf.Number(
        "--port",
        "The port to listen on; 0 takes any free one.",
        min: 0,
        max: IPEndPoint.MaxPort
    );

    private readonly Option<IPAddress> _address = OptionOf.Address(
        "--address",
        "The address to listen on."
    );

    private readonly Option<bool> _allowRemote = new("--allow-remote")
    {
        Description = "Allow an address that other machines can reach. Any API key is accepted!",
    };

    private readonly Option<int> _requestsPerMinute = OptionOf.Number(
        "--requests-per-minute",
        "Requests per minute and API key. [default: unlimited]",
        min: 1,
        max: int.MaxValue
    );

    private readonly Option<int> _tokensPerMinute = OptionOf.Number(
        "--tokens-per-minute",
        "Tokens per minute and API key. [default: unlimited]",
        min: 1,
        max: int.MaxValue
    );

    private readonly Option<ulong> _seed = OptionOf.Number<ulong>(
        "--seed",
        "The seed of latencies and replies.",
        min: 0,
        max: ulong.MaxValue
    );

    private readonly LatencyOptions _latency = new();

    public ProviderVerb()
        : base(
            "provider",
            "Runs the fake LLM provider until Ctrl-C, which ends it with exit code 0."
        )
    {
        _port.DefaultValueFactory = _ => 8090;
        _address.DefaultValueFactory = _ => IPAddress.Loopback;
        _seed.DefaultValueFactory = _ => 42;
        Add(_port);
        Add(_address);
        Add(_allowRemote);
        Add(_latency.P50);
        Add(_latency.P99);
        Add(_requestsPerMinute);
        Add(_tokensPerMinute);
        Add(_seed);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        FakeProvider provider;
        try
        {
            provider = await FakeProvider.StartAsync(options => Configure(options, parsed), stop);
        }
        catch (IOException e)
        {
            await console.Error.WriteLineAsync($"gatewaybench: {e.Message}");
            return ExitCodes.NotStarted;
        }
        await using (provider)
        {
            await console.Output.WriteLineAsync(
                $"Fake provider on {provider.BaseAddress} until Ctrl-C. For an OpenAI SDK: "
                    + $"OPENAI_BASE_URL={provider.BaseAddress}v1 OPENAI_API_KEY=any"
            );
            await Task.Delay(Timeout.Infinite, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await console.Output.WriteLineAsync(ProviderSummary.Of(provider.GetStatistics()));
        return ExitCodes.Success;
    }

    private void Configure(FakeProviderOptions options, ParseResult parsed)
    {
        options.Port = parsed.GetValue(_port);
        options.AllowRemoteClients = parsed.GetValue(_allowRemote);
        options.Address = Address(parsed);
        options.Latency = _latency.Delay(parsed);
        options.RateLimit.RequestsPerMinute = parsed.ValueIfGiven(_requestsPerMinute);
        options.RateLimit.TokensPerMinute = parsed.ValueIfGiven(_tokensPerMinute);
        options.Seed = parsed.GetValue(_seed);
    }

    private IPAddress Address(ParseResult parsed)
    {
        var address = parsed.GetValue(_address)!;
        return IPAddress.IsLoopback(address) || parsed.GetValue(_allowRemote)
            ? address
            : throw new UsageException(
                $"{_address.Name} is '{address}'; allowed: a loopback address, "
                    + $"unless {_allowRemote.Name} is given."
            );
    }
}
