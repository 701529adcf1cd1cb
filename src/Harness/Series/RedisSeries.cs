using System.Globalization;

namespace GatewayBench;

/// <summary>What a Redis server tells by <c>INFO</c>: https://redis.io/docs/latest/commands/info/.</summary>
/// <param name="ask">Gets its answer; null where there is none this time.</param>
internal sealed class RedisSeries(Func<string?> ask) : ISeriesSource
{
    private static readonly (string Field, string Unit, bool IsRate)[] Fields =
    [
        ("connected_clients", "{connection}", false),
        ("blocked_clients", "{connection}", false),
        ("used_memory", "By", false),
        ("maxmemory", "By", false),
        ("total_commands_processed", "", true),
        ("total_net_input_bytes", "By", true),
        ("total_net_output_bytes", "By", true),
        ("keyspace_hits", "", true),
        ("keyspace_misses", "", true),
        ("expired_keys", "", true),
        ("evicted_keys", "", true),
        ("rejected_connections", "", true),
    ];

    private readonly Dictionary<string, ObservedCell> _cells = Fields.ToDictionary(
        field => field.Field,
        field => new ObservedCell(
            new SeriesName(SeriesSource.Redis, NameOf(field.Field), field.Unit),
            field.IsRate
        )
    );

    /// <summary>What its series are called, without what says that it is a rate.</summary>
    public static IEnumerable<string> Names => Fields.Select(one => NameOf(one.Field));

    public void Begin()
    {
        Ask();
        foreach (var cell in _cells.Values)
        {
            cell.Forget();
        }
    }

    public void Read(double seconds, SeriesLog log)
    {
        Ask();
        foreach (var cell in _cells.Values)
        {
            cell.Read(seconds, log);
        }
    }

    private void Ask()
    {
        foreach (var cell in _cells.Values)
        {
            cell.StartRound();
        }
        foreach (var line in (ask() ?? "").Split('\n'))
        {
            if (
                line.Split(':', 2) is [var field, var text]
                && _cells.TryGetValue(field, out var cell)
                && double.TryParse(
                    text.AsSpan().Trim(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                cell.Record(value);
            }
        }
    }

    private static string NameOf(string field) => $"redis.{field}";
}
