namespace GatewayBench.EndToEnd;

/// <summary>Tests of what another team gets.</summary>
[CollectionDefinition(Name)]
public sealed class PackedFeedUsers : ICollectionFixture<PackedFeed>
{
    public const string Name = "packed feed";
}
