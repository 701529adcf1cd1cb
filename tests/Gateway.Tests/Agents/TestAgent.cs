using GatewayBench.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

/// <summary>The agent as the gateway sets it up, over a model and with tools of the test's choice.</summary>
internal sealed class TestAgent : IDisposable
{
    private readonly ServiceProvider _services;

    public TestAgent(IChatClient model, params (string Key, string Value)[] settings)
        : this(model, [], _ => { }, settings) { }

    public TestAgent(
        IChatClient model,
        AIFunction[] tools,
        params (string Key, string Value)[] settings
    )
        : this(model, tools, _ => { }, settings) { }

    public TestAgent(IChatClient model, Action<IServiceCollection> add)
        : this(model, [], add, []) { }

    private TestAgent(
        IChatClient model,
        AIFunction[] tools,
        Action<IServiceCollection> add,
        (string Key, string Value)[] settings
    )
    {
        var all = settings
            .Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
            .Concat(
                tools.Select(
                    (tool, i) => KeyValuePair.Create($"Agent:Tools:{i}", (string?)tool.Name)
                )
            );
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(all).Build()
        );
        services.AddLogging(logging => logging.AddProvider(Logs));
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddAgent();
        services.AddSingleton<IDocumentSearch>(new ListedDocuments());
        services.AddGuardrail();
        if (tools.Length > 0)
        {
            // It knows the names of the gateway's own tools only.
            services.RemoveAll<IValidateOptions<AgentOptions>>();
        }
        foreach (var tool in tools)
        {
            services.AddSingleton(tool);
        }
        add(services);
        _services = services.BuildServiceProvider();
        Client = model.WithAgent(_services).WithGuardrail(_services);
    }

    public ManualTimeProvider Clock { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public IChatClient Client { get; }

    public IServiceProvider Services => _services;

    /// <summary>Asks it, streamed or not, and puts what it streams together.</summary>
    public Task<ChatResponse> AskAsync(
        bool streamed,
        string question = "Hi",
        ChatOptions? options = null,
        CancellationTokenSource? leave = null
    )
    {
        var cancelled = leave?.Token ?? TestContext.Current.CancellationToken;
        return streamed
            ? Client
                .GetStreamingResponseAsync(question, options, cancelled)
                .ToChatResponseAsync(CancellationToken.None)
            : Client.GetResponseAsync(question, options, cancelled);
    }

    public void Dispose()
    {
        _services.Dispose();
        Logs.Dispose();
    }
}
