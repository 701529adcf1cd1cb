using System.Text;

namespace GatewayBench.FakeProviderTests;

/// <summary>Spoils JSON texts, the same way for the same seed.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Snippets =
    [
        "null",
        "true",
        "-1",
        "0.5",
        "1e999",
        "99999999999999999999",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[]",
        "{}",
        "[[[[",
        "{\"a\":",
        "\"type\":",
        ",",
        "}",
        "\u00e9",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>The text with one or two spoilt places.</summary>
    public byte[] Mutate(string json)
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(json));
        for (var n = _random.Next(1, 3); n > 0; n--)
        {
            MutateOnce(bytes);
        }
        return [.. bytes];
    }

    /// <summary>Up to forty printable characters, none of which ends a header.</summary>
    public string HeaderValue() =>
        string.Concat(
            Enumerable.Range(0, _random.Next(40)).Select(_ => (char)_random.Next(32, 127))
        );

    private void MutateOnce(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var rest = bytes.Count - at;
        switch (_random.Next(6))
        {
            case 0:
                bytes.RemoveRange(at, Math.Min(rest, _random.Next(1, 20)));
                break;
            case 1:
                bytes.RemoveRange(at, rest);
                break;
            case 2:
                bytes.Insert(at, (byte)_random.Next(256));
                break;
            case 3:
                bytes.InsertRange(at, bytes.Slice(at, Math.Min(rest, _random.Next(1, 60))));
                break;
            case 4:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pick(Snippets)));
                break;
            default:
                ReplaceValue(bytes, at);
                break;
        }
    }

    /// <summary>Puts something else after the next colon, up to the next comma or brace.</summary>
    private void ReplaceValue(List<byte> bytes, int from)
    {
        var colon = bytes.IndexOf((byte)':', Math.Min(from, bytes.Count));
        if (colon < 0)
        {
            return;
        }
        var end = bytes.FindIndex(colon, b => b is (byte)',' or (byte)'}' or (byte)']');
        bytes.RemoveRange(colon + 1, (end < 0 ? bytes.Count : end) - colon - 1);
        bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Pick(Snippets)));
    }
}
