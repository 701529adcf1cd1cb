namespace GatewayBench;

/// <summary>All rules; where several set in at once, the earlier is the cause of the later.</summary>
internal static class Rules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        StorePoolRule.Rule,
        ProviderLimitRule.Rule,
        CacheMemoryRule.Rule,
        SlowPromptsRule.Rule,
        WorkerMemoryRule.Rule,
        ThunderingHerdRule.Rule,
        ThreadPoolRule.Rule,
        OutgoingConnectionsRule.Rule,
        DescriptorsRule.Rule,
        GatewayLimiterRule.Rule,
        LockContentionRule.Rule,
        AllocationStormRule.Rule,
        ContextGrowthRule.Rule,
        MissingIndexRule.Rule,
        ColdStartRule.Rule,
        CpuRule.Rule,
        RetryStormRule.Rule,
        TimeoutsRule.Rule,
    ];
}
