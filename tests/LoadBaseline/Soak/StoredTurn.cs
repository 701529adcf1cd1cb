using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GatewayBench.LoadBaseline;

/// <summary>A turn as client and store both know it.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="Reply">16 hexadecimal digits of the reply's SHA-256: replies are too long to be kept.</param>
internal readonly record struct StoredTurn(string Session, string Reply)
{
    private const int ReplyBytes = 8;

    public static StoredTurn Of(string session, string reply) =>
        new(
            session,
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(reply)).AsSpan(0, ReplyBytes)
            )
        );

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static StoredTurn Parse(string line)
    {
        var space = line.LastIndexOf(' ');
        return new(line[..space], line[(space + 1)..]);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Session} {Reply}");
}
