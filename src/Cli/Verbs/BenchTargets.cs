namespace GatewayBench.Cli;

/// <summary>What a bench file loads and what runs beside it, until the run is over.</summary>
internal sealed class BenchTargets : IAsyncDisposable
{
    private readonly FakeProvider? _provider;

    private BenchTargets(FakeProvider? provider, ITarget target) =>
        (_provider, Target) = (provider, target);

    public ITarget Target { get; }

    /// <param name="plan">Says what to start.</param>
    /// <param name="settings">What the environment says about a hosted gateway.</param>
    /// <param name="connections">Changes what the file says of connections.</param>
    /// <param name="timeScale">What the provider's time is multiplied by.</param>
    /// <param name="progress">Told before something takes long.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="also">Changes the provider's options beyond the plan; null for nothing.</param>
    /// <exception cref="UsageException">Settings of the target exclude each other.</exception>
    /// <exception cref="TargetStartException">A gateway does not build or can't be loaded, or the provider can't listen.</exception>
    /// <exception cref="ArgumentException">Options of the provider contradict each other.</exception>
    public static async Task<BenchTargets> StartAsync(
        HostedPlan plan,
        LoadSettings settings,
        Func<ConnectionOptions, ConnectionOptions> connections,
        double timeScale,
        Action<string> progress,
        CancellationToken stop,
        Action<FakeProviderOptions>? also = null
    )
    {
        var target = plan.Target with { Connections = connections(plan.Target.Connections) };
        HostedRules.Require(target);
        var provider = await ProviderAsync(plan, timeScale, also, stop);
        try
        {
            return new BenchTargets(
                provider,
                target.Url is { } url
                    ? await RemoteAsync(url, target, stop)
                    : await HostedAsync(target, settings, provider, progress, stop)
            );
        }
        catch
        {
            await DisposeAsync(provider);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Target is IAsyncDisposable target)
        {
            await target.DisposeAsync();
        }
        await DisposeAsync(_provider);
    }

    private static ValueTask DisposeAsync(FakeProvider? provider) =>
        provider?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The provider that a plan has, or one more that is like it.</summary>
    /// <returns>Null if it has none.</returns>
    /// <exception cref="TargetStartException">It can't listen.</exception>
    public static async Task<FakeProvider?> ProviderAsync(
        HostedPlan plan,
        double timeScale,
        Action<FakeProviderOptions>? also,
        CancellationToken stop
    )
    {
        if (plan.Provider is not { } given)
        {
            return null;
        }
        try
        {
            return await FakeProvider.StartAsync(
                options =>
                {
                    options.Set(given);
                    if (timeScale != 1)
                    {
                        options.TimeProvider = new ScaledTime(timeScale);
                    }
                    also?.Invoke(options);
                },
                stop
            );
        }
        catch (IOException e)
        {
            throw new TargetStartException(e.Message, e);
        }
    }

    private static async Task<RemoteTarget> RemoteAsync(
        string url,
        BenchTarget target,
        CancellationToken stop
    )
    {
        var remote = new RemoteTarget(url).UseConnections(target.Connections);
        if (target.Scrape is { } metrics)
        {
            remote.Scrape(metrics);
        }
        await new BehindGateway(target.Servers).WatchAsync(
            open => remote.WatchPostgres(open),
            (address, password) => remote.WatchRedis(address, password),
            stop
        );
        return target.Allow.Aggregate(remote, (one, host) => one.Allow(host));
    }

    private static async Task<ITarget> HostedAsync(
        BenchTarget target,
        LoadSettings settings,
        FakeProvider? provider,
        Action<string> progress,
        CancellationToken stop
    )
    {
        var path = target.Assembly;
        if (target.Project is { } project)
        {
            progress($"building {Path.GetFileName(project)}");
            path = await ProjectBuild.RunAsync(project, stop);
        }
        var host = GatewayAssembly.Host(path!);
        Configure(host.Setup, target, settings);
        await new BehindGateway(target.Servers).WatchAsync(
            host.Setup.Servers.AddPostgres,
            host.Setup.Servers.AddRedis,
            stop
        );
        if (provider is not null)
        {
            host.Setup.PointAt(provider, target.ProviderKey!, target.ProviderPath);
        }
        return host;
    }

    private static void Configure(GatewayHostSetup setup, BenchTarget target, LoadSettings settings)
    {
        setup.Transport = target.Transport;
        setup.Port = settings.Port;
        setup.Connections = target.Connections;
        setup.Hosting = target.Hosting;
        setup.HeapLimit = target.HeapLimit;
        setup.AllowedHosts.AddRange(target.Allow);
        setup.Meters.AddRange(target.Meters);
        foreach (var setting in target.Settings)
        {
            setup.Settings[setting.Key] = setting.Value;
            if (setting.IsSecret)
            {
                setup.SecretSettings.Add(setting.Key);
            }
        }
    }
}
