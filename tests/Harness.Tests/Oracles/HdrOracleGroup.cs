namespace GatewayBench.HarnessTests.Oracles;

[CollectionDefinition]
public sealed class HdrOracleGroup : ICollectionFixture<HdrOracle>;
