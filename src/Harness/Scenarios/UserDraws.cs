using System.Buffers.Binary;
using System.Globalization;

namespace GatewayBench;

/// <summary>
/// The random draws of one user: pure functions of seed, user and how many came before, the same in
/// every process.
/// </summary>
internal sealed class UserDraws
{
    private readonly ulong _seed;
    private ulong _key;
    private ulong _pauses;
    private ulong _numbers;

    public UserDraws(ulong seed, int user)
    {
        _seed = seed;
        var hash = new StableHash(seed);
        hash.Add((ulong)user);
        _key = hash.Value;
    }

    /// <summary>Begins anew as those of an arrival, whoever it is that sends it.</summary>
    public void BeginArrival(in HitId id)
    {
        var hash = new StableHash(_seed);
        hash.Add((ulong)id.Phase);
        hash.Add(~(ulong)id.Number);
        (_key, _pauses, _numbers) = (hash.Value, 0, 0);
    }

    /// <summary>32 hexadecimal digits.</summary>
    /// <param name="number">Which of the user's ids.</param>
    public string Id(ulong number = 0)
    {
        var key = unchecked(_key + number);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{SplitMix64.Mix(key):x16}{SplitMix64.Mix(~key):x16}"
        );
    }

    /// <summary>What stands in the user's prompts for the user.</summary>
    public ulong Marker() => SplitMix64.Mix(_key ^ 0x6D61726B6572);

    public TimeSpan NextPause(Delay pause) => pause.Draw(~_key, _pauses++);

    /// <returns>From 0 to below <paramref name="count"/>.</returns>
    public int Next(int count) => (int)(SplitMix64.UniformAt(_key, _numbers++) * count);

    /// <returns>Of version 4, from two draws.</returns>
    public string NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, SplitMix64.At(_key, _numbers++));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], SplitMix64.At(_key, _numbers++));
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
