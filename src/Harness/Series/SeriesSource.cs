namespace GatewayBench;

/// <summary>Who told a series: <see cref="WatchedSeries.Source"/>.</summary>
internal static class SeriesSource
{
    public const string Gateway = "gateway";
    public const string Process = "process";
    public const string Provider = "provider";
    public const string Postgres = "postgres";
    public const string Redis = "redis";
    public const string Remote = "remote";
}
