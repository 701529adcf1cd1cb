namespace GatewayBench;

/// <summary>How full a bucket is.</summary>
internal readonly record struct BucketLevel(int Limit, int Remaining, TimeSpan UntilFull);
