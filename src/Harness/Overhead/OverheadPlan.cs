namespace GatewayBench;

/// <summary>How overhead is measured; the same for what is gone on with.</summary>
internal sealed record OverheadPlan
{
    /// <summary>A hash of the bench file; empty where it says nothing of it.</summary>
    public string Bench { get; init; } = "";

    /// <summary>How bytes reach gateway and provider; empty likewise.</summary>
    public string Transport { get; init; } = "";

    /// <summary>Requests a row, each of which is sent through the gateway and directly.</summary>
    public int Pairs { get; init; } = 500;

    /// <summary>How many requests are under way at once; with one, nobody queues.</summary>
    public int Users { get; init; } = 1;

    /// <summary>How long each row is warmed up, both arms alike, in seconds.</summary>
    public double WarmUpSeconds { get; init; } = 5;

    /// <summary>Of all draws.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>What a user of these does: the share of all pairs.</summary>
    public int PairsOf(int user) => Pairs / Users + (user < Pairs % Users ? 1 : 0);
}
