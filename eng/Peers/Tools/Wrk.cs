using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench.Peers;

/// <summary>
/// wrk with two threads, which is faster than with one and so the harder yardstick: all others are
/// shown as a multiple of it.
/// </summary>
/// <param name="script">What it sends, in Lua; null for GET requests.</param>
internal sealed partial class Wrk(string? script = null) : Peer
{
    public const string Yardstick = "wrk -t2";

    public override string Name => "wrk";

    public override string Title => Yardstick;

    public override string Install => "apt-get install wrk";

    public override IReadOnlyList<string> Command(Uri url, int users, int seconds) =>
        [
            "wrk",
            "-t2",
            $"-c{users}",
            $"-d{seconds}s",
            .. script is null ? [] : new[] { "-s", script },
            url.AbsoluteUri,
        ];

    public override double Read(string output)
    {
        var rate = Rate().Match(output);
        return rate.Success && !Errors().IsMatch(output)
            ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw Failed("saw errors", output);
    }

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Errors();

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();
}
