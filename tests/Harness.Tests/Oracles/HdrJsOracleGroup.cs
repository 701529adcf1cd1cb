namespace GatewayBench.HarnessTests.Oracles;

[CollectionDefinition]
public sealed class HdrJsOracleGroup : ICollectionFixture<HdrJsOracle>;
