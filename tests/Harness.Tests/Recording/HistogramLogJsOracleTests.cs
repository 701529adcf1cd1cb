using GatewayBench.HarnessTests.Oracles;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>Logs that cross over between ours and hdr-histogram-js.</summary>
[Collection(typeof(HdrJsOracleGroup))]
public sealed class HistogramLogJsOracleTests(HdrJsOracle oracle) : LogExchange(oracle);
