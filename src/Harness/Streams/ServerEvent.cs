namespace GatewayBench;

/// <summary>One server-sent event; valid until more is read.</summary>
/// <param name="name">Empty where it has none.</param>
/// <param name="data">Its lines of data, with a line feed between them.</param>
internal readonly ref struct ServerEvent(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Data { get; } = data;

    public bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);
}
