namespace GatewayBench.Cli;

/// <summary>What an arm loads: the bench file's target, but for what the order says.</summary>
internal static class ArmTarget
{
    /// <summary>A gateway elsewhere has a provider of its own; ours would be asked by nobody.</summary>
    public static HostedPlan Of(BenchPlan plan, ArmOrder order)
    {
        var target = plan.Target ?? BenchTarget.Hosted(order.Assembly ?? "", isProject: false);
        return new HostedPlan(
            target with
            {
                Url = order.Url,
                Assembly = order.Assembly,
                Project = null,
                Scrape = null,
                Meters = [],
                Transport = order.Transport,
                // An arm is a process of its own already.
                Hosting = Hosting.InProcess,
                HeapLimit = null,
                Allow = [.. target.Allow, .. order.Allow],
                Settings =
                [
                    .. target.Settings,
                    .. order.Settings.Select(one => new BenchSetting(
                        one.Key,
                        one.Value,
                        SecretKey.Is(one.Key)
                    )),
                ],
            },
            order.Url is null ? plan.Provider : null
        );
    }

    /// <summary>What keeps a bench file from being done by a hosted gateway, or by two at once.</summary>
    /// <exception cref="UsageException">Something does.</exception>
    public static void Require(BenchPlan plan)
    {
        if (plan.Provider is not { } provider)
        {
            return;
        }
        if (plan.Target?.ProviderKey is null)
        {
            throw new UsageException(
                "The bench file has a provider, and no target.providerKey by which a hosted gateway would "
                    + "learn its address; allowed: both, or arms that are URLs."
            );
        }
        if (provider.Any(one => one.Setting.Key == "Port"))
        {
            throw new UsageException(
                "The bench file says provider.port, and each arm has a provider of its own; allowed: any free port, which is the default."
            );
        }
    }
}
