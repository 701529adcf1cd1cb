namespace GatewayBench;

/// <summary>
/// Where several set in at once, the earlier is the cause of the later: what holds the whole process
/// up makes every wait in it longer.
/// </summary>
internal static class Rules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        DescriptorsRule.Rule,
        WorkerMemoryRule.Rule,
        AllocationStormRule.Rule,
        LockContentionRule.Rule,
        ThreadPoolRule.Rule,
        MissingIndexRule.Rule,
        StorePoolRule.Rule,
        OutgoingConnectionsRule.Rule,
        ProviderLimitRule.Rule,
        GatewayLimiterRule.Rule,
        CacheMemoryRule.Rule,
        ThunderingHerdRule.Rule,
        ContextGrowthRule.Rule,
        SlowPromptsRule.Rule,
        ColdStartRule.Rule,
        CpuRule.Rule,
        TimeoutsRule.Rule,
        RetryStormRule.Rule,
        BreakerOpenRule.Rule,
    ];

    /// <summary>The five that most often give way, of which every report tells.</summary>
    public static IReadOnlyList<Rule> Classics { get; } =
    [
        StorePoolRule.Rule,
        ProviderLimitRule.Rule,
        CacheMemoryRule.Rule,
        SlowPromptsRule.Rule,
        WorkerMemoryRule.Rule,
    ];
}
